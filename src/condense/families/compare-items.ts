import * as exacts from "../../math/exact.ts";
import type { Item } from "./item.ts";

/** By coordinates, then by what is read, then by bias. */
export function comparePlaces(a: Item, b: Item): number {
  const order = compareLists(a.coordinates, b.coordinates);
  if (order !== 0) return order;
  for (const [k, { cells }] of a.placed.classes.entries()) {
    const byCells = compareLists(cells, b.placed.classes[k]?.cells ?? []);
    if (byCells !== 0) return byCells;
  }
  const byWeights = compareLists(a.placed.sum?.weights ?? [], b.placed.sum?.weights ?? []);
  if (byWeights !== 0) return byWeights;
  const [first, second] = [a.placed.sum?.bias, b.placed.sum?.bias];
  return first === undefined || second === undefined ? 0 : exacts.compare(first, second);
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length && k < b.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return a.length - b.length;
}
