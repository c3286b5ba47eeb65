import type { Node } from "./circuit.ts";
import { columnsOf, type FillCell, fillerOf } from "./columns.ts";
import type { Cone } from "./cone.ts";

/**
 * Compares two nodes on all assignments of the cells of their cone.
 *
 * Returns the first assignment on which they differ, bit `rank` of the number being the value of that
 * cell, or nothing. Exact. Cost: 2^cells times the edges of the cone; at most 30 cells.
 */
export function exhaust(cone: Cone, left: Node, right: Node): number | undefined {
  const nAssignments = 2 ** cone.cells.length;
  const width = Math.min(nAssignments, maxWidth);
  const columns = columnsOf(cone.nodes, width);
  const fillCell: FillCell = (cell, base, out) => {
    const rank = cone.ranks.get(cell)!;
    for (let k = 0; k < out.length; k++) out[k] = ((base + k) >>> rank) & 1;
  };
  const fills = cone.nodes.map((node) => fillerOf(node, columns, fillCell));
  const [a, b] = [columns.get(left)!, columns.get(right)!];
  for (let base = 0; base < nAssignments; base += width) {
    for (const fill of fills) fill(base);
    const at = a.findIndex((value, k) => value !== b[k]);
    if (at >= 0) return base + at;
  }
  return undefined;
}

/** Assignments that are worked on together: few enough for the cache. */
const maxWidth = 1024;
