import type { Dataset } from "../data/dataset.ts";
import { extremesOf } from "../math/domain.ts";
import { sizeOf } from "../math/shape.ts";
import { add, block, element, integer, multiply, scan, variable } from "../program/build.ts";
import { type ArrayValue, evaluate, WrongInput } from "../program/evaluate.ts";
import type { Expression, Fold, Program, Scan } from "../program/program.ts";
import { letsOf } from "../program/scan-steps.ts";
import type { CoveragePart } from "./coverage.ts";
import { inputMisfit } from "./misfit.ts";

/** Unseen cases beyond these are counted only. */
const MOST_UNSEEN = 100;

/** Cases beyond these are not looked at one by one, and beyond those they have no numbers. */
const MOST_LISTED = 1_000_000;
const MOST_CASES = Number.MAX_SAFE_INTEGER;

/** What a step reads: a cell or a carried integer, and between which integers it is. */
interface Read {
  readonly expression: Expression;
  readonly low: number;
  readonly count: number;
}

/**
 * Which of the steps of a program that is a scan or a fold, of cells at a place and what is carried there, do the
 * samples show? Undefined where a step cannot be taken apart. Cost: some evaluations for each sample and one
 * for each case that is listed as unseen.
 */
export function coverSteps(
  program: Program,
  walked: Scan | Fold,
  dataset: Dataset,
): CoveragePart | undefined {
  if (inputMisfit(dataset.inputs, program.inputs) !== undefined) return undefined;
  try {
    return stepCases(program, walked, dataset);
  } catch (error) {
    if (error instanceof RangeError || error instanceof WrongInput) return undefined;
    throw error;
  }
}

function stepCases(program: Program, walked: Scan | Fold, dataset: Dataset): CoveragePart {
  const reads = readsOf(program, walked);
  const features = reads.map(({ expression }) => expression);
  const cases = reads.reduce((product, { count }) => product * count, 1);
  const itemsOf = (item: Expression): number[] => itemsIn(dataset, withItem(program, walked, item));
  if (!(cases <= MOST_CASES)) {
    const [first, ...others] = features.map(itemsOf);
    const steps = first!.map((value, k) => [value, ...others.map((items) => items[k]!)].join());
    return { features, cases: MOST_CASES, seen: new Set(steps).size, unseen: [] };
  }
  const seen = new Set(itemsOf(codeOf(reads)));
  if (cases > MOST_LISTED) return { features, cases, seen: seen.size, unseen: [] };
  const unseen: { values: number[]; result: number }[] = [];
  for (let code = 0; code < cases && unseen.length < MOST_UNSEEN; code++) {
    if (seen.has(code)) continue;
    const values = valuesOf(code, reads);
    unseen.push({ values, result: itemFor(values, program, walked) });
  }
  return { features, cases, seen: seen.size, unseen };
}

function readsOf({ inputs }: Program, { range, carried }: Scan | Fold): Read[] {
  const cells = inputs.map(({ name, domain }): Read => {
    const { low, high } = extremesOf(domain);
    const expression = element(name, variable(range.variable));
    return { expression, low, count: high - low + 1 };
  });
  const states = carried.map(
    ({ name, low, high }): Read => ({
      expression: variable(name),
      low,
      count: high - low + 1,
    }),
  );
  return [...cells, ...states];
}

/** One integer for what a step reads: the first one counts most. */
function codeOf(reads: readonly Read[]): Expression {
  return reads.reduce<Expression>(
    (code, { expression, low, count }) =>
      add(multiply(integer(count), code), expression, integer(-low)),
    integer(0),
  );
}

function valuesOf(code: number, reads: readonly Read[]): number[] {
  let rest = code;
  const values = [...reads].reverse().map(({ low, count }) => {
    const value = low + (rest % count);
    rest = Math.floor(rest / count);
    return value;
  });
  return values.reverse();
}

/** The program of the same walk that writes something else. */
function withItem({ labels: _, ...program }: Program, walked: Scan | Fold, item: Expression) {
  const { range, carried, isBackward } = walked;
  const written = scan(range, carried, { body: block(letsOf(walked), item) });
  return { ...program, body: block(program.body.lets, { ...written, isBackward }) };
}

/** Of a fold the end is all that comes out. */
function withoutEnd(walked: Scan | Fold): Scan | Fold {
  if (walked.kind === "fold") return walked;
  const { end: _, ...rest } = walked;
  return rest;
}

/** What is written at the places of all samples. */
function itemsIn({ inputs, nSamples }: Dataset, program: Program): number[] {
  const written: number[] = [];
  for (let sample = 0; sample < nSamples; sample++) {
    const given = inputs.map(({ shape, values }): ArrayValue => {
      const size = sizeOf(shape);
      return { shape, data: values.subarray(sample * size, (sample + 1) * size) };
    });
    const items = evaluate(program, given);
    if (typeof items !== "number") for (const item of items.data) written.push(item);
  }
  return written;
}

/** What is written at a place, or if the walk ends there, where cells and carried integers are given. */
function itemFor(values: readonly number[], program: Program, walked: Scan | Fold): number {
  const nInputs = program.inputs.length;
  const carried = walked.carried.map((each, k) => ({ ...each, initial: values[nInputs + k]! }));
  const result: Expression = { ...withoutEnd(walked), carried };
  const started: Program = { ...program, body: block(program.body.lets, result) };
  const given = values
    .slice(0, nInputs)
    .map((value): ArrayValue => ({ shape: [1], data: Float64Array.of(value) }));
  const items = evaluate(started, given);
  return typeof items === "number" ? items : items.data[0]!;
}
