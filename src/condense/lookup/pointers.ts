import type { Network } from "../../enn/network.ts";
import { sizeOf } from "../../math/shape.ts";
import type { Ranges } from "./cofactor.ts";

/** Bits of an array that may say a place in the rest of it. */
const MOST_BITS = 6;

/**
 * Cells that may say where another one is looked up, few first: single numbers, the first or the last cells of an array or
 * of the single numbers, and all of them.
 */
export function pointersOf({ inputs }: Network): number[][] {
  const starts = inputs.map((_, input) =>
    inputs.slice(0, input).reduce((sum, { shape }) => sum + sizeOf(shape), 0),
  );
  const arrays = inputs.map(({ shape }, input) =>
    Array.from({ length: sizeOf(shape) }, (_, k) => starts[input]! + k),
  );
  const single = arrays.filter((_, input) => inputs[input]!.shape.length === 0).flat();
  const lists = [...arrays.filter(({ length }) => length > 1), single];
  const parts = lists.flatMap((cells) =>
    Array.from({ length: MOST_BITS }, (_, k) => k + 1).flatMap((count) => [
      cells.slice(0, count),
      cells.slice(-count),
    ]),
  );
  const all = [...single.map((cell) => [cell]), ...parts, ...lists];
  const known = new Map(all.map((cells) => [cells.join(), cells]));
  return [...known.values()].filter(({ length }) => length > 0).sort((a, b) => a.length - b.length);
}

/** All values that some cells may have together, the least of each first; undefined where there are too many. */
export function assignmentsOf(cells: readonly number[], ranges: Ranges): number[][] | undefined {
  const widths = cells.map((cell) => ranges[cell]!.high - ranges[cell]!.low + 1);
  if (!(widths.reduce((product, width) => product * width, 1) <= MOST_ASSIGNMENTS))
    return undefined;
  return cells.reduce<number[][]>(
    (all, cell, k) =>
      all.flatMap((values) =>
        Array.from({ length: widths[k]! }, (_, step) => [...values, ranges[cell]!.low + step]),
      ),
    [[]],
  );
}

const MOST_ASSIGNMENTS = 256;
