import type { Dataset } from "../../src/data/dataset.ts";
import {
  coordinatesOf,
  indexOf,
  isSameShape,
  modulo,
  type Shape,
  sizeOf,
} from "../../src/math/shape.ts";
import type { Example } from "../../src/tasks/problem.ts";
import { datasetOf } from "../../src/tasks/problem-samples.ts";
import { leavesOf } from "./leaves-of.ts";

/** Is every element of the target an answer for one cell of the only input? */
export function hasCells({ inputs, target }: Dataset): boolean {
  const [input, ...others] = inputs;
  return others.length === 0 && target.shape.length > 0 && isSameShape(input!.shape, target.shape);
}

/**
 * A sample for each cell: the array rolled so that this cell is the first.
 *
 * Peers are told so that one rule holds everywhere, which they could not find out.
 */
export function rolledExamples(examples: readonly Example[], { inputs }: Dataset): Example[] {
  const { name, shape } = inputs[0]!;
  return examples.flatMap(({ x, y }) => {
    const cells = leavesOf(x[name]!);
    return leavesOf(y).map((label, place) => ({
      x: { [name]: rolled(cells, place, shape) },
      y: label,
    }));
  });
}

/** The same for a training set. */
export function rolledDataset(dataset: Dataset): Dataset {
  const { nSamples, inputs, target } = dataset;
  const size = sizeOf(target.shape);
  const examples = Array.from({ length: nSamples }, (_, sample): Example => {
    const [from, to] = [sample * size, (sample + 1) * size];
    return {
      x: { [inputs[0]!.name]: Array.from(inputs[0]!.values.subarray(from, to)) },
      y: Array.from(target.values.subarray(from, to), (index) => target.classes[index]!),
    };
  });
  return datasetOf(rolledExamples(examples, dataset), "rolled");
}

function rolled<Item>(cells: readonly Item[], place: number, shape: Shape): Item[] {
  const first = coordinatesOf(place, shape);
  return cells.map((_, k) => {
    const steps = coordinatesOf(k, shape);
    const from = steps.map((step, axis) => modulo(step + first[axis]!, shape[axis]!));
    return cells[indexOf(from, shape)]!;
  });
}
