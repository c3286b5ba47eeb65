import type { Graph } from "./graph.ts";

/** A function of few bits by its value on each of their combinations. */
export interface TruthTable {
  /** Nodes of the graph, in reading order; the first is the lowest bit of a row's number. */
  readonly leaves: readonly number[];
  /** (2^leaves): is the value above zero? */
  readonly values: Uint8Array;
}

/** Leaves beyond which a table is not written out. */
export const MOST_LEAVES = 12;

/**
 * The table of "this function is above zero", over the leaves that matter; undefined where too many
 * are read. Cost: 2^leaves for each unit.
 */
export function tableOf(graph: Graph, id: number): TruthTable | undefined {
  const leaves = graph.leavesOf(id);
  if (leaves.length > MOST_LEAVES) return undefined;
  const nRows = 2 ** leaves.length;
  const columns = new Map<number, Float64Array>();
  leaves.forEach((leaf, k) => {
    columns.set(
      leaf,
      Float64Array.from({ length: nRows }, (_, row) => (row >> k) & 1),
    );
  });
  const valuesOf = (node: number): Float64Array => {
    const known = columns.get(node);
    if (known !== undefined) return known;
    const unit = graph.node(node);
    if (unit.kind === "leaf") throw new Error("a leaf without a column");
    const sums = new Float64Array(nRows).fill(unit.bias);
    for (const { node: from, weight } of unit.terms) {
      const values = valuesOf(from);
      for (let row = 0; row < nRows; row++) sums[row]! += weight * values[row]!;
    }
    const values = sums.map((sum) =>
      sum > 0 ? 1 : unit.activation === "sign" && sum < 0 ? -1 : 0,
    );
    columns.set(node, values);
    return values;
  };
  const values = Uint8Array.from(valuesOf(id), (value) => (value > 0 ? 1 : 0));
  return relevant({ leaves, values });
}

/** The table with the first leaf set to 0 and to 1. */
export function halves({ leaves, values }: TruthTable, k: number): [Uint8Array, Uint8Array] {
  const rows = Array.from({ length: 2 ** (leaves.length - 1) }, (_, row) => row);
  const low = (row: number): number => ((row >> k) << (k + 1)) | (row & ((1 << k) - 1));
  return [
    Uint8Array.from(rows, (row) => values[low(row)]!),
    Uint8Array.from(rows, (row) => values[low(row) | (1 << k)]!),
  ];
}

/** Drops the leaves on which the value does not depend. */
function relevant(table: TruthTable): TruthTable {
  for (let k = 0; k < table.leaves.length; k++) {
    const [zero, one] = halves(table, k);
    if (zero.every((value, row) => value === one[row])) {
      return relevant({ leaves: table.leaves.filter((_, j) => j !== k), values: zero });
    }
  }
  return table;
}
