import type { Network, NetworkInput } from "../../enn/network.ts";
import { extremesOf } from "../../math/domain.ts";
import { sizeOf } from "../../math/shape.ts";
import type { Wiring } from "../wiring.ts";
import type { Ranges } from "./cofactor.ts";

/** Bits of an array that may say a place in the rest of it. */
const MOST_BITS = 6;

/**
 * Cells that may say where another one is looked up, few first: single numbers, the first or the last cells of an array or
 * of the single numbers, and all of them. Several have no values below 0, and those that nothing reads say nothing.
 */
export function pointersOf({ inputs }: Network, { nodes }: Wiring): number[][] {
  const read = new Set<number>();
  for (const node of nodes) {
    if (node.kind === "unit") for (const term of node.terms) read.add(term.node);
  }
  const nRead = nodes.filter((node, k) => node.kind === "cell" && read.has(k)).length;
  let next = 0;
  const arrays = inputs.map(({ shape }) => Array.from({ length: sizeOf(shape) }, () => next++));
  const isSingle = (input: number): boolean => inputs[input]!.shape.length === 0;
  const single = arrays
    .filter((_, input) => isSingle(input))
    .flat()
    .filter((cell) => read.has(cell));
  const isNatural = ({ domain }: NetworkInput): boolean => extremesOf(domain).low >= 0;
  const lists = [
    ...arrays.filter((_, input) => !isSingle(input) && isNatural(inputs[input]!)),
    ...(inputs.every((input) => input.shape.length > 0 || isNatural(input)) ? [single] : []),
  ].filter((cells) => cells.some((cell) => read.has(cell)));
  const parts = lists.flatMap((cells) =>
    Array.from({ length: MOST_BITS }, (_, k) => k + 1).flatMap((count) => [
      cells.slice(0, count),
      cells.slice(-count),
    ]),
  );
  const all = [...single.map((cell) => [cell]), ...parts, ...lists];
  const known = new Map(all.map((cells) => [cells.join(), cells]));
  // Whatever a pointer holds, it says one cell: the others are no more than what it may hold.
  return [...known.values()]
    .filter(({ length }) => nRead - length <= MOST_ASSIGNMENTS)
    .sort((a, b) => a.length - b.length);
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
