import { greatestCommonDivisor } from "../../math/greatest-common-divisor.ts";
import type { Node, Term, Wiring } from "../wiring.ts";
import type { Ranges } from "./cofactor.ts";

/** A network that reads some cells in their sum only: the first of them stands for the sum. */
export interface Summed {
  readonly wiring: Wiring;
  /** (cells): of each in the sum; they have no common divisor, and the first is above 0. */
  readonly weights: readonly number[];
  /** What the sum may be, ascending. */
  readonly values: readonly number[];
}

/** More values than this are not gone through. */
const MOST_VALUES = 256;

/** The same network with one sum in place of some cells; undefined where it reads them in other ways, or not all. */
export function summed(
  wiring: Wiring,
  cells: readonly number[],
  ranges: Ranges,
): Summed | undefined {
  const [first] = cells;
  const isOwn = new Set(cells);
  let weights: readonly number[] | undefined;
  const nodes: Node[] = [];
  for (const node of wiring.nodes) {
    const terms = node.kind === "unit" ? node.terms : [];
    const own = terms.filter((term) => isOwn.has(term.node));
    if (node.kind === "cell" || own.length === 0) {
      nodes.push(node);
      continue;
    }
    const read = cells.map((cell) => own.find((term) => term.node === cell)?.weight ?? 0);
    const factor =
      read.reduce((divisor, weight) => greatestCommonDivisor(divisor, weight), 0) *
      Math.sign(read[0]!);
    const reduced = read.map((weight) => weight / factor);
    weights ??= reduced;
    if (read.includes(0) || String(reduced) !== String(weights)) return undefined;
    const sum: Term = { node: first!, weight: factor };
    nodes.push({ ...node, terms: [sum, ...terms.filter((term) => !isOwn.has(term.node))] });
  }
  const values = weights && sumsOf(weights, cells, ranges);
  return weights && values && { wiring: { ...wiring, nodes }, weights, values };
}

function sumsOf(
  weights: readonly number[],
  cells: readonly number[],
  ranges: Ranges,
): number[] | undefined {
  let sums = new Set([0]);
  for (const [k, cell] of cells.entries()) {
    const { low, high } = ranges[cell]!;
    const next = new Set<number>();
    for (const sum of sums) {
      for (let value = low; value <= high; value++) next.add(sum + weights[k]! * value);
      if (next.size > MOST_VALUES) return undefined;
    }
    sums = next;
  }
  return [...sums].sort((a, b) => a - b);
}
