import { type AndGraph, FALSE, type Literal, not, TRUE } from "./and-graph.ts";
import { constantWord, type Word } from "./word.ts";

/** A bit, and how much it counts where it is 1. */
export interface Part {
  readonly weight: bigint;
  readonly bit: Literal;
}

/** A word as bits that count: its sign counts below zero. */
export function partsOf(word: Word, weight = 1n): Part[] {
  const sign = word.length - 1;
  return word.map((bit, k) => ({ weight: (k === sign ? -weight : weight) << BigInt(k), bit }));
}

/** A bias and all parts, modulo 2^width. Cost: a full adder for each 1 in the weights. */
export function addUp(
  graph: AndGraph,
  parts: readonly Part[],
  { bias, width }: { readonly bias: bigint; readonly width: number },
): Word {
  const columns = Array.from({ length: width }, (): Literal[] => []);
  let known = bias;
  for (const { weight, bit } of parts) {
    if (bit === TRUE) known += weight;
    if (bit === TRUE || bit === FALSE) continue;
    // -w b -> w (1 - b) - w
    if (weight < 0n) known += weight;
    const [literal, size] = weight < 0n ? [not(bit), -weight] : [bit, weight];
    columns.forEach((column, k) => {
      if ((size >> BigInt(k)) & 1n) column.push(literal);
    });
  }
  constantWord(known, width).forEach((bit, k) => {
    if (bit === TRUE) columns[k]!.push(TRUE);
  });
  return columns.map((column, k) => addColumn(graph, column, columns[k + 1]));
}

/** The lowest bit of how many of a column are 1; every two of them are one in the next column. */
function addColumn(graph: AndGraph, column: Literal[], next: Literal[] | undefined): Literal {
  while (column.length > 1) {
    const [a, b, c = FALSE] = column.splice(0, 3);
    const differ = graph.xor(a!, b!);
    column.push(graph.xor(differ, c));
    next?.push(graph.or(graph.and(a!, b!), graph.and(differ, c)));
  }
  return column[0] ?? FALSE;
}
