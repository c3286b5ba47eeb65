import type { Dataset } from "./data/dataset.ts";
import { type Distilled, type DistillOptions, distill } from "./distill.ts";
import { emit } from "./emit/emit.ts";
import { differentProblems } from "./errors.ts";
import { sizeOf } from "./math/shape.ts";
import { check } from "./program/check.ts";
import { type ArrayValue, evaluate, WrongInput } from "./program/evaluate.ts";
import type { Program } from "./program/program.ts";
import { readingCost } from "./program/reading-cost.ts";
import { Parting, unify } from "./program/unify.ts";
import type { SizeFigures } from "./report/known.ts";
import { cover } from "./verify/cover.ts";
import { verify } from "./verify/verify.ts";

export interface DistilledSizes extends Distilled {
  /** The data of the size from which the network comes. */
  readonly dataset: Dataset;
  readonly sizes: readonly SizeFigures[];
}

/**
 * One program for data of several sizes: that of one size if it holds for all, else what the programs of
 * all sizes have in common, with constants that follow from the lengths, proved against the network of
 * each. Where there is no such program the one that does best is given, and what is open says why.
 *
 * Throws `different-problems`.
 */
export async function distillSizes(
  datasets: readonly Dataset[],
  options: DistillOptions,
): Promise<DistilledSizes> {
  checkAlike(datasets);
  const single: Distilled[] = [];
  for (const dataset of datasets) single.push(await distill(dataset, options));
  const scores = single.map(({ program }) => scoreOf(program, datasets));
  const wanted = single.map(({ program }, k) => accuracyOf(program, datasets[k]!));
  const holding = [...single.keys()].filter((k) =>
    scores[k]!.every((accuracy, at) => accuracy >= wanted[at]!),
  );
  if (holding.length > 0) {
    const best = leastBy(holding, (k) => readingCost(single[k]!.program));
    const dataset = datasets[best]!;
    return { ...single[best]!, dataset, sizes: figuresOf(datasets, scores[best]!) };
  }
  return unified(single, datasets, { options, scores, wanted });
}

interface Attempt {
  readonly options: DistillOptions;
  /** (sizes, sizes): how the program of one does on the data of another. */
  readonly scores: readonly (readonly number[])[];
  /** (sizes): how each does on its own data. */
  readonly wanted: readonly number[];
}

function unified(
  single: readonly Distilled[],
  datasets: readonly Dataset[],
  { options, scores, wanted }: Attempt,
): DistilledSizes {
  const common = commonProgram(single, datasets);
  const accuracies = typeof common === "string" ? [] : scoreOf(common, datasets);
  if (typeof common === "string" || accuracies.some((accuracy, k) => accuracy < wanted[k]!)) {
    const least = scores.map((accuracies) => -Math.min(...accuracies));
    const best = leastBy([...single.keys()], (k) => least[k]!);
    const why = typeof common === "string" ? common : "their common form does not fit the data";
    return {
      ...withOpen(single[best]!, `sizes: no one program was found for all of them: ${why}`),
      dataset: datasets[best]!,
      sizes: figuresOf(datasets, scores[best]!),
    };
  }
  const verdicts = single.map(({ network }) => verify(network, common));
  const base = single.at(-1)!;
  const open = datasets.length < 3 ? [FEW_SIZES] : [];
  const languages = options.languages ?? ["python"];
  return {
    ...open.reduce(withOpen, base),
    program: common,
    verdict: verdicts.find(({ kind }) => kind !== "equivalent") ?? verdicts.at(-1)!,
    coverage: cover(common, datasets.at(-1)!),
    source: Object.fromEntries(languages.map((language) => [language, emit(common, language)])),
    dataset: datasets.at(-1)!,
    sizes: figuresOf(datasets, accuracies),
  };
}

const FEW_SIZES =
  "sizes: constants were fitted to the lengths of two sizes; a third one would check them";

function withOpen(distilled: Distilled, sentence: string): Distilled {
  const { candidate } = distilled;
  return { ...distilled, candidate: { ...candidate, open: [...candidate.open, sentence] } };
}

/** What the programs of all sizes have in common, or where they part. */
function commonProgram(
  single: readonly Distilled[],
  datasets: readonly Dataset[],
): Program | string {
  try {
    const program = unify(
      single.map(({ program }, k) => ({
        program,
        lengths: datasets[k]!.inputs.map(({ shape }) => shape),
      })),
    );
    check(program);
    return program;
  } catch (error) {
    if (error instanceof Parting) return `the programs of the sizes part at ${error.message}`;
    throw error;
  }
}

/** (sizes): share of the samples that a program answers right; 0 where it does not take the size. */
function scoreOf(program: Program, datasets: readonly Dataset[]): number[] {
  return datasets.map((dataset) => accuracyOf(program, dataset));
}

function accuracyOf(program: Program, { inputs, target, nSamples }: Dataset): number {
  const size = sizeOf(target.shape);
  let right = 0;
  for (let sample = 0; sample < nSamples; sample++) {
    const values = inputs.map(({ shape, values }): ArrayValue => {
      const width = sizeOf(shape);
      return { shape, data: values.subarray(sample * width, (sample + 1) * width) };
    });
    const answers = answersOf(program, values);
    const isRight =
      answers?.length === size &&
      answers.every((answer, k) => {
        const expected = target.classes[target.values[sample * size + k]!];
        return (program.labels === undefined ? answer : program.labels[answer]) === expected;
      });
    if (isRight) right += 1;
  }
  return right / nSamples;
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

function figuresOf(datasets: readonly Dataset[], accuracies: readonly number[]): SizeFigures[] {
  return datasets.map(({ inputs, nSamples }, k) => ({
    shapes: inputs.map(({ shape }) => shape),
    samples: nSamples,
    accuracy: accuracies[k]!,
  }));
}

function leastBy(items: readonly number[], cost: (item: number) => number): number {
  return items.reduce((best, item) => (cost(item) < cost(best) ? item : best));
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
