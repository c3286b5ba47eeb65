import type { Node } from "./circuit.ts";
import { type Cone, coneOf, keyOf } from "./cone.ts";
import type { Diagram } from "./diagram.ts";
import { NodeDiagrams } from "./node-diagrams.ts";
import { orObstacle } from "./obstacle.ts";
import type { Row, RowCode } from "./row-code.ts";

export type PossibleRows =
  | { readonly kind: "all"; readonly rows: ReadonlyMap<number, Row> }
  | { readonly kind: "at most"; readonly count: number };

/**
 * The rows that binary inputs can produce at any place, by key: the values that the code of a row
 * takes are the leaves of its decision diagram.
 *
 * Places that look alike are asked once. Of rows with different results at different places the
 * first one stays.
 */
export function possibleRows(places: readonly (readonly Node[])[], code: RowCode): PossibleRows {
  const rows = new Map<number, Row>();
  const known = new Set<string>();
  let budget = maxNodes;
  for (const place of places) {
    const cone = coneOf(place);
    const key = keyOf(cone, place);
    if (known.has(key)) continue;
    known.add(key);
    const found = orObstacle(() => valuesOf(code.encode(place), cone, budget));
    if ("reason" in found) return { kind: "at most", count: atMost(code, places) };
    budget -= found.nodes;
    for (const value of found.values) {
      const row = code.keyOf(value);
      if (!rows.has(row)) rows.set(row, code.decode(value));
    }
  }
  return { kind: "all", rows };
}

/** Enough for all rows of 16 bits. */
const maxNodes = 400_000;

interface Values {
  readonly values: readonly number[];
  readonly nodes: number;
}

function valuesOf(code: Node, cone: Cone, budget: number): Values {
  const diagrams = new NodeDiagrams(cone.ranks, budget);
  const values: number[] = [];
  const seen = new Set<Diagram>();
  const visit = (diagram: Diagram): void => {
    if (seen.has(diagram)) return;
    seen.add(diagram);
    if (diagram.kind === "leaf") {
      values.push(Number(diagram.value));
      return;
    }
    visit(diagram.zero);
    visit(diagram.one);
  };
  visit(diagrams.of(code));
  return { values: values.sort((a, b) => a - b), nodes: diagrams.store.spent };
}

/** Neither more than the features' values, nor than the bits that one place reads. */
function atMost(code: RowCode, places: readonly (readonly Node[])[]): number {
  const mostCells = places.reduce((most, place) => Math.max(most, coneOf(place).cells.length), 0);
  return Math.min(code.count, 2 ** mostCells, Number.MAX_SAFE_INTEGER);
}
