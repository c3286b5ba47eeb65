import type { Dataset, Input } from "../../src/data/dataset.ts";
import { sizeOf } from "../../src/math/shape.ts";
import type { Example } from "../../src/tasks/problem.ts";
import { leavesOf } from "./leaves-of.ts";
import { hasCells, rolledDataset, rolledExamples } from "./rolled.ts";

/** A training set and a test set as peers take them: a row for each sample, texts as places. */
export interface Matrices {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly tested: Float64Array;
  /** Indices of classes; -1 for one that the training set has not. */
  readonly answers: Float64Array;
  readonly width: number;
  readonly outputs: number;
}

/** The same samples, and the test samples that have the same shape; where cells are asked for, one by one. */
export function matricesOf(dataset: Dataset, examples: readonly Example[]): Matrices {
  const alike = examples.filter((example) => isAlike(example, dataset));
  return hasCells(dataset)
    ? matrices(rolledDataset(dataset), rolledExamples(alike, dataset))
    : matrices(dataset, alike);
}

function matrices(dataset: Dataset, alike: readonly Example[]): Matrices {
  const { nSamples, inputs, target } = dataset;
  const classOf = new Map(target.classes.map((label, index) => [label, index]));
  const rows = Array.from({ length: nSamples }, (_, sample) =>
    inputs.flatMap(({ values, shape }) => {
      const size = sizeOf(shape);
      return Array.from(values.subarray(sample * size, (sample + 1) * size));
    }),
  );
  return {
    x: Float64Array.from(rows.flat()),
    y: Float64Array.from(target.values),
    tested: Float64Array.from(alike.flatMap(({ x }) => inputs.flatMap((input) => rowOf(input, x)))),
    answers: Float64Array.from(
      alike.flatMap(({ y }) => leavesOf(y).map((label) => classOf.get(label) ?? -1)),
    ),
    width: inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0),
    outputs: sizeOf(target.shape),
  };
}

/** Has a sample as many values as those of the training set? */
function isAlike({ x, y }: Example, { inputs, target }: Dataset): boolean {
  return (
    leavesOf(y).length === sizeOf(target.shape) &&
    inputs.every((input) => rowOf(input, x).length === sizeOf(input.shape))
  );
}

function rowOf({ name, domain }: Input, x: Example["x"]): number[] {
  const leaves = leavesOf(x[name]!);
  if (domain.kind !== "one-hot") return leaves.map(Number);
  return leaves.flatMap((text) => domain.values.map((value) => (value === text ? 1 : 0)));
}
