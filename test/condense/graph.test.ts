import { describe, expect, it } from "vitest";
import { Graph } from "../../src/condense/graph.ts";

const cell = (...at: readonly number[]) => ({ input: 0, at });

describe("a graph of units", () => {
  it("holds equal leaves and equal units once, in whatever order their terms come", () => {
    const graph = new Graph();
    const [a, b] = [graph.leaf(cell(-1)), graph.leaf(cell(1))];
    expect(graph.leaf(cell(-1))).toBe(a);
    expect(a).not.toBe(b);
    const unit = graph.unit("sign", -1, [
      { node: a, weight: 2 },
      { node: b, weight: 3 },
    ]);
    const again = graph.unit("sign", -1, [
      { node: b, weight: 3 },
      { node: a, weight: 2 },
    ]);
    expect(again).toBe(unit);
  });

  it("tells units apart by bias, weights, activation and input", () => {
    const graph = new Graph();
    const a = graph.leaf(cell(0));
    const ids = [
      a,
      graph.leaf({ input: 1, at: [0] }),
      graph.unit("sign", 1, [{ node: a, weight: 1 }]),
      graph.unit("sign", 2, [{ node: a, weight: 1 }]),
      graph.unit("sign", 1, [{ node: a, weight: 2 }]),
      graph.unit("step", 1, [{ node: a, weight: 1 }]),
      graph.unit("sign", 1, []),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("adds up terms of the same node, and drops those that come to 0", () => {
    const graph = new Graph();
    const [a, b] = [graph.leaf(cell(0)), graph.leaf(cell(1))];
    const unit = graph.unit("step", 0, [
      { node: b, weight: 2 },
      { node: a, weight: 1 },
      { node: b, weight: -2 },
      { node: a, weight: 3 },
    ]);
    expect(graph.node(unit)).toEqual({
      kind: "unit",
      activation: "step",
      bias: 0,
      terms: [{ node: a, weight: 4 }],
    });
  });

  it("lists the leaves below a node in reading order, each once", () => {
    const graph = new Graph();
    const below = graph.leaf(cell(1, 0));
    const right = graph.leaf(cell(0, 1));
    const above = graph.leaf(cell(-1, 5));
    const other = graph.leaf({ input: 1, at: [-9, 0] });
    const first = graph.unit("sign", 0, [
      { node: below, weight: 1 },
      { node: other, weight: 1 },
    ]);
    const second = graph.unit("sign", 0, [
      { node: right, weight: 1 },
      { node: below, weight: 1 },
      { node: above, weight: 1 },
    ]);
    const top = graph.unit("sign", 0, [
      { node: first, weight: 1 },
      { node: second, weight: 1 },
    ]);
    expect(graph.leavesOf(top)).toEqual([above, right, below, other]);
  });

  it("gives the same function where some leaves are 0", () => {
    const graph = new Graph();
    const [a, b] = [graph.leaf(cell(0)), graph.leaf(cell(1))];
    const unit = graph.unit("sign", -1, [
      { node: a, weight: 2 },
      { node: b, weight: 3 },
    ]);
    const top = graph.unit("sign", 1, [{ node: unit, weight: 1 }]);
    const clipped = graph.without(top, ({ at }) => at[0] === 1);
    const expected = graph.unit("sign", 1, [
      { node: graph.unit("sign", -1, [{ node: a, weight: 2 }]), weight: 1 },
    ]);
    expect(clipped).toBe(expected);
    expect(graph.without(top, () => false)).toBe(top);
  });
});
