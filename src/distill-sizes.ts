import type { Dataset, Target } from "./data/dataset.ts";
import { isRight } from "./data/is-right.ts";
import { toleranceOf } from "./data/tolerance.ts";
import { type Distilled, type DistillOptions, distill, printIn } from "./distill.ts";
import { DistillError, differentProblems } from "./errors.ts";
import { firstLargest } from "./math/first-largest.ts";
import type { Label } from "./math/label.ts";
import { sizeOf } from "./math/shape.ts";
import { fittedToFew, noneFound, type OneSize, oneProgram, verdictOfAll } from "./one-program.ts";
import { type ArrayValue, evaluate, WrongInput } from "./program/evaluate.ts";
import type { Program } from "./program/program.ts";
import type { SizeFigures } from "./report/known.ts";
import { cover } from "./verify/cover.ts";
import { verify } from "./verify/verify.ts";

export interface DistilledSizes extends Distilled {
  /** The data of the size from which the network comes. */
  readonly dataset: Dataset;
  readonly sizes: readonly SizeFigures[];
  readonly isOfAllSizes: boolean;
}

/**
 * One program for data of several sizes: that of one size if it says as much right of the others as their own
 * do, else what the programs of all sizes have in common, with constants that follow from the lengths, proved
 * against the network of each. Where there is no such program the one that does best is given, and what is
 * open says why.
 *
 * Throws `different-problems`.
 */
export async function distillSizes(
  datasets: readonly Dataset[],
  options: DistillOptions,
): Promise<DistilledSizes> {
  checkAlike(datasets);
  const single: Distilled[] = [];
  for (const dataset of datasets) {
    const others = datasets.filter((other) => other !== dataset);
    single.push(await distill(dataset, { ...options, others }));
  }
  const ofSizes = single.map((each, k) => sizeFor(each, datasets[k]!));
  const found = oneProgram(ofSizes);
  if (found.kind === "none") {
    const common = await learntOfAll(datasets, ofSizes, options);
    if (common !== undefined) {
      return { ...common, sizes: figuresOf(datasets, common.program), isOfAllSizes: true };
    }
  }
  const isOfAllSizes = found.kind !== "none";
  const sized = { sizes: figuresOf(datasets, found.program), isOfAllSizes };
  switch (found.kind) {
    case "own":
      return { ...single[found.at]!, dataset: datasets[found.at]!, ...sized };
    case "common":
      return { ...withCommon(found.program, single, { datasets, options }), ...sized };
    case "none": {
      const why = noneFound(found.parting, "their common form does not fit the data");
      return { ...withOpen(single[found.at]!, why), dataset: datasets[found.at]!, ...sized };
    }
  }
}

/**
 * The program for one value that is learnt from all sizes together, where it holds for all: where short rules
 * differ from size to size, one rule of counts or one walk along the places may say them all.
 */
async function learntOfAll(
  datasets: readonly Dataset[],
  sizes: readonly OneSize[],
  options: DistillOptions,
): Promise<(Distilled & { readonly dataset: Dataset }) | undefined> {
  // A size may lack a class.
  const most = Math.max(...datasets.map(({ target }) => target.classes.length));
  const dataset = datasets.findLast(({ target }) => target.classes.length === most)!;
  if (dataset.target.shape.length > 0) return undefined;
  const others = datasets.filter((other) => other !== dataset);
  try {
    const learnt = await distill(dataset, { ...options, others, isOfAllSizes: true });
    const holds = sizes.every((size) => size.holds(learnt.program) === "yes");
    return holds ? { ...learnt, dataset } : undefined;
  } catch (error) {
    if (error instanceof DistillError) return undefined;
    throw error;
  }
}

/** A program holds for data of which it says as many right as their own program does, and as much of them. */
function sizeFor({ network, program }: Distilled, dataset: Dataset): OneSize {
  const { target } = dataset;
  const isOfShares = program.classes !== undefined;
  const score = (other: Program): number =>
    shareOf(other, dataset, isOfShares ? sharesJudge(other, target) : classesJudge(other, target));
  const wanted = score(program);
  const holds = (other: Program): boolean => {
    const saysAsMuch = (other.classes !== undefined) === isOfShares;
    return saysAsMuch && wanted > 0 && score(other) >= wanted;
  };
  return { network, program, score, holds: (other) => (holds(other) ? "yes" : "no") };
}

interface Given {
  readonly datasets: readonly Dataset[];
  readonly options: DistillOptions;
}

function withCommon(
  program: Program,
  single: readonly Distilled[],
  { datasets, options }: Given,
): Omit<DistilledSizes, "sizes" | "isOfAllSizes"> {
  const dataset = datasets.at(-1)!;
  const verdicts = single.map(({ network }) => verify(network, program));
  return {
    ...fittedToFew(single.length).reduce(withOpen, single.at(-1)!),
    program,
    verdict: verdictOfAll(verdicts, -1),
    coverage: cover(program, dataset),
    source: printIn(options.languages, program),
    dataset,
  };
}

function withOpen(distilled: Distilled, sentence: string): Distilled {
  const { candidate } = distilled;
  return { ...distilled, candidate: { ...candidate, open: [...candidate.open, sentence] } };
}

/** Is what a program answers to a sample right, all of it? */
type Judge = (answers: readonly number[], sample: number) => boolean;

/** Share of the samples that a program answers right; what does not take the size answers nothing. */
function shareOf(program: Program, { inputs, nSamples }: Dataset, judge: Judge): number {
  let right = 0;
  for (let sample = 0; sample < nSamples; sample++) {
    const values = inputs.map(({ shape, values }): ArrayValue => {
      const width = sizeOf(shape);
      return { shape, data: values.subarray(sample * width, (sample + 1) * width) };
    });
    const answers = answersOf(program, values);
    if (answers !== undefined && judge(answers, sample)) right += 1;
  }
  return right / nSamples;
}

/** By the label that is answered, or the class that is the most probable one. */
function classesJudge({ labels, classes }: Program, target: Target): Judge {
  const size = sizeOf(target.shape);
  const indices = new Map(target.classes.map((label, k) => [label, k]));
  const said = (answers: readonly number[]): Label[] =>
    classes === undefined
      ? answers.map((answer) => (labels === undefined ? answer : labels[answer]!))
      : rowsOf(answers, classes.length).map((row) => classes[firstLargest(row)]!);
  return (answers, sample) => {
    const found = said(answers).map((label) => indices.get(label));
    const isOne = (label: number | undefined, k: number): boolean =>
      label !== undefined && isRight(target, sample * size + k, label);
    return found.length === size && found.every(isOne);
  };
}

function rowsOf(values: readonly number[], width: number): (readonly number[])[] {
  return Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width),
  );
}

/** By the probabilities of the same classes, to the decimals of the data. */
function sharesJudge({ classes = [] }: Program, { shape, ...target }: Target): Judge {
  const { probabilities } = target;
  const areSame =
    classes.length === target.classes.length &&
    classes.every((label, k) => label === target.classes[k]);
  if (probabilities === undefined || !areSame) return () => false;
  const size = sizeOf(shape) * classes.length;
  const tolerance = toleranceOf(probabilities);
  return (answers, sample) =>
    answers.length === size &&
    answers.every((answer, k) => Math.abs(answer - probabilities[sample * size + k]!) <= tolerance);
}

/** Flat; undefined where the program does not take inputs of this size. */
function answersOf(program: Program, values: readonly ArrayValue[]): number[] | undefined {
  try {
    const result = evaluate(program, values);
    return typeof result === "number" ? [result] : [...result.data];
  } catch (error) {
    if (error instanceof WrongInput || error instanceof RangeError) return undefined;
    throw error;
  }
}

function figuresOf(datasets: readonly Dataset[], program: Program): SizeFigures[] {
  return datasets.map((dataset) => ({
    shapes: dataset.inputs.map(({ shape }) => shape),
    samples: dataset.nSamples,
    accuracy: shareOf(program, dataset, classesJudge(program, dataset.target)),
  }));
}

/** Several sizes of one problem have the same inputs, of the same numbers of axes, and the same target. */
function checkAlike([first, ...others]: readonly Dataset[]): void {
  const formOf = ({ inputs, target }: Dataset): string =>
    JSON.stringify([
      ...inputs.map(({ name, shape }) => [name, shape.length]),
      target.name,
      target.shape.length,
    ]);
  for (const other of others) {
    if (formOf(other) !== formOf(first!))
      throw differentProblems(first!.places[0]!, other.places[0]!);
  }
}
