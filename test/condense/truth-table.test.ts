import { describe, expect, it } from "vitest";
import { Graph } from "../../src/condense/graph.ts";
import { halves, MOST_LEAVES, tableOf } from "../../src/condense/truth-table.ts";

function leavesOf(graph: Graph, count: number): number[] {
  return Array.from({ length: count }, (_, k) => graph.leaf({ input: 0, at: [k] }));
}

const weighed = (nodes: readonly number[], weights: readonly number[]) =>
  nodes.map((node, k) => ({ node, weight: weights[k]! }));

describe("truth tables", () => {
  it("have the first leaf as the lowest bit of a row's number", () => {
    const graph = new Graph();
    const [a, b] = leavesOf(graph, 2);
    // a and not b: row 1.
    const unit = graph.unit("sign", 0, weighed([a!, b!], [1, -1]));
    expect(tableOf(graph, unit)).toEqual({ leaves: [a, b], values: Uint8Array.of(0, 1, 0, 0) });
  });

  it("take -1 and ties of hidden units for what they are", () => {
    const graph = new Graph();
    const leaves = leavesOf(graph, 2);
    // -1, 0, 0, 1 on rows 0 to 3; above -1 everywhere but on row 0.
    const sign = graph.unit("sign", -1, weighed(leaves, [1, 1]));
    const any = graph.unit("sign", 1, [{ node: sign, weight: 1 }]);
    expect(tableOf(graph, any)!.values).toEqual(Uint8Array.of(0, 1, 1, 1));
    // 0, 0, 0, 1: a step knows no -1, so that the sum is above 0 everywhere.
    const step = graph.unit("step", -1, weighed(leaves, [1, 1]));
    const always = graph.unit("sign", 1, [{ node: step, weight: 1 }]);
    expect(tableOf(graph, always)).toEqual({ leaves: [], values: Uint8Array.of(1) });
  });

  it("leave out leaves that do not matter", () => {
    const graph = new Graph();
    const [a, b, c] = leavesOf(graph, 3);
    const unit = graph.unit("sign", -2, weighed([a!, b!, c!], [1, 4, 1]));
    expect(tableOf(graph, unit)).toEqual({ leaves: [b], values: Uint8Array.of(0, 1) });
  });

  it("are not written out for many leaves", () => {
    const graph = new Graph();
    const few = leavesOf(graph, MOST_LEAVES);
    const many = leavesOf(graph, MOST_LEAVES + 1);
    const and = (nodes: readonly number[]) =>
      graph.unit(
        "sign",
        1 - nodes.length,
        nodes.map((node) => ({ node, weight: 1 })),
      );
    expect(tableOf(graph, and(few))!.values).toHaveLength(2 ** MOST_LEAVES);
    expect(tableOf(graph, and(few))!.values.at(-1)).toBe(1);
    expect(tableOf(graph, and(many))).toBeUndefined();
  });

  it("have two halves for each leaf", () => {
    const table = { leaves: [5, 6, 7], values: Uint8Array.of(0, 1, 0, 0, 1, 1, 0, 1) };
    expect(halves(table, 0)).toEqual([Uint8Array.of(0, 0, 1, 0), Uint8Array.of(1, 0, 1, 1)]);
    expect(halves(table, 1)).toEqual([Uint8Array.of(0, 1, 1, 1), Uint8Array.of(0, 0, 0, 1)]);
    expect(halves(table, 2)).toEqual([Uint8Array.of(0, 1, 0, 0), Uint8Array.of(1, 1, 0, 1)]);
  });
});
