import type { Dataset } from "../data/dataset.ts";
import { coordinatesOf, indexOf, sizeOf } from "../math/shape.ts";
import { columnsOf } from "./columns.ts";
import { sumsOf } from "./feature/feature.ts";
import type { Rule } from "./rule/rule.ts";

/** (columns): from which column each takes its value. */
export type Permutation = Int32Array;

/**
 * The shifts of an input, round along one of its axes, that turn every sample into a sample with the
 * same label: what the data say is alike everywhere. Cost: one look at all samples for each axis.
 */
export function confirmedShifts(dataset: Dataset): Permutation[] {
  const { nSamples, target } = dataset;
  const rows = rowsOf(dataset);
  const labels = new Map(rows.map((row, sample) => [row.join(), target.values[sample]]));
  const shifts = dataset.inputs.flatMap(({ shape, domain }, input) =>
    domain.kind === "one-hot" ? [] : shape.map((_, axis) => shiftOf(dataset, input, axis)),
  );
  return shifts.filter((shift) => {
    let isMoving = false;
    for (let sample = 0; sample < nSamples; sample++) {
      const moved = moveRow(rows[sample]!, shift);
      const key = moved.join();
      if (labels.get(key) !== target.values[sample]) return false;
      isMoving ||= key !== rows[sample]!.join();
    }
    return isMoving;
  });
}

/** Does a rule look, after every shift, at the sums at which it looks, so that no place is singled out? */
export function isAlike(
  { features }: Rule,
  place: number,
  shifts: readonly Permutation[],
): boolean {
  const sums = features.flatMap((feature) => sumsOf(feature.at(place)));
  const known = new Set(sums.map(({ columns, weights }) => keyOf(columns, weights)));
  return shifts.every((from) =>
    sums.every(({ columns, weights }) =>
      known.has(
        keyOf(
          columns.map((column) => from[column]!),
          weights,
        ),
      ),
    ),
  );
}

/** The same for sums that differ in order and sign. */
function keyOf(columns: readonly number[], weights: readonly number[]): string {
  const addends = columns
    .map((column, k) => ({ column, weight: weights[k]! }))
    .sort((a, b) => a.column - b.column);
  const sign = (addends[0]?.weight ?? 1) < 0 ? -1 : 1;
  return addends.map(({ column, weight }) => `${column}*${sign * weight}`).join();
}

/** (samples, columns). */
export function rowsOf(dataset: Dataset): number[][] {
  const columns = columnsOf(dataset);
  return Array.from({ length: dataset.nSamples }, (_, sample) =>
    Array.from({ length: columns.count }, (_, column) => {
      const { values, stride, offset } = columns.at(column);
      return values[sample * stride + offset]!;
    }),
  );
}

function moveRow(row: readonly number[], from: Permutation): number[] {
  return Array.from(from, (column) => row[column]!);
}

function shiftOf(dataset: Dataset, input: number, axis: number): Permutation {
  const { starts, count } = columnsOf(dataset);
  const { shape } = dataset.inputs[input]!;
  const from = Int32Array.from({ length: count }, (_, column) => column);
  for (let cell = 0; cell < sizeOf(shape); cell++) {
    const place = coordinatesOf(cell, shape);
    place[axis] = (place[axis]! + 1) % shape[axis]!;
    from[starts[input]! + cell] = starts[input]! + indexOf(place, shape);
  }
  return from;
}
