import type { NetworkInput } from "../enn/network.ts";
import { sizeOf } from "../math/shape.ts";

/** Cells of one item, exactly one of which is 1. */
interface Item {
  readonly start: number;
  readonly nValues: number;
}

/** Is an input one of the domain, as far as exactly one value of each item is to be 1? */
export function isOneHot(x: Float64Array, inputs: readonly NetworkInput[]): boolean {
  return itemsOf(inputs).every(({ start, nValues }) => onesIn(x, { start, nValues }).length === 1);
}

/** The input, changed in place so that one value of each item is 1: one that was, else the last. */
export function settled(x: Float64Array, inputs: readonly NetworkInput[]): Float64Array {
  for (const [turn, item] of itemsOf(inputs).entries()) {
    const { start, nValues } = item;
    const ones = onesIn(x, item);
    const kept = ones.length === 0 ? start + nValues - 1 : ones[turn % ones.length]!;
    x.fill(0, start, start + nValues);
    x[kept] = 1;
  }
  return x;
}

function itemsOf(inputs: readonly NetworkInput[]): readonly Item[] {
  let start = 0;
  return inputs.flatMap(({ shape, domain }) => {
    const first = start;
    start += sizeOf(shape);
    if (domain.kind !== "one-hot") return [];
    const nValues = domain.values.length;
    return Array.from({ length: sizeOf(shape) / nValues }, (_, k) => ({
      start: first + k * nValues,
      nValues,
    }));
  });
}

function onesIn(x: Float64Array, { start, nValues }: Item): readonly number[] {
  const cells = Array.from({ length: nValues }, (_, k) => start + k);
  return cells.filter((cell) => x[cell] === 1);
}
