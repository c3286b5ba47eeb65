import { integer } from "../program/build.ts";
import { expressionTokens } from "../program/size.ts";
import { byCounts } from "./forms/by-counts.ts";
import { byFormula } from "./forms/by-formula.ts";
import { byUnits } from "./forms/by-units.ts";
import type { Graph } from "./graph.ts";
import type { Reader } from "./reader.ts";
import { tableOf } from "./truth-table.ts";
import type { Form } from "./values.ts";

/**
 * The ways to say a function, each of them right: by the shortest formula over few cells, by counts of
 * cells that are alike, unit by unit. Which one is kept is a matter of length.
 */
export function formulate(graph: Graph, id: number, reader: Reader): readonly Form[] {
  const table = tableOf(graph, id);
  if (table === undefined) return [byUnits(graph, id)];
  if (table.leaves.length === 0) return [() => integer(table.values[0]!)];
  const cells = table.leaves.map((leaf) => graph.leafOf(leaf));
  const costs = cells.map((cell) => expressionTokens(reader.element(cell)));
  const formula = byFormula(table, cells, costs);
  // Of equally short ones the first is kept: readers count more easily than they combine.
  return [...byCounts(table, cells), ...(formula ? [formula] : []), byUnits(graph, id)];
}
