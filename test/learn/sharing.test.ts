import { describe, expect, it } from "vitest";
import {
  canShare,
  cellAt,
  distanceOf,
  type Layout,
  type Sharing,
  type Source,
  sourcesOf,
} from "../../src/learn/sharing.ts";

const shift = (edge: "ring" | "zero" | "none"): Sharing => ({
  kind: "shift",
  edges: [edge, edge],
});
const offset = (...steps: readonly number[]): Source => ({
  kind: "offset",
  input: 0,
  offset: steps,
});
const cell = (...coordinates: readonly number[]): Source => ({
  kind: "fixed",
  input: 0,
  coordinates,
});

describe("the cell that a source means", () => {
  it("goes round a ring", () => {
    expect(cellAt(offset(-1), [0], [5], shift("ring"))).toBe(4);
    expect(cellAt(offset(2), [4], [5], shift("ring"))).toBe(1);
    expect(cellAt(offset(-1, 1), [0, 3], [3, 4], shift("ring"))).toBe(8);
  });

  it("is nowhere beyond an edge of zeros", () => {
    expect(cellAt(offset(-1), [0], [5], shift("zero"))).toBe(-1);
    expect(cellAt(offset(1), [4], [5], shift("zero"))).toBe(-1);
    expect(cellAt(offset(1), [3], [5], shift("zero"))).toBe(4);
    // Beyond the end of a row is not the start of the next one.
    expect(cellAt(offset(0, 1), [0, 3], [3, 4], shift("zero"))).toBe(-1);
    expect(cellAt(offset(1, 0), [0, 3], [3, 4], shift("zero"))).toBe(7);
  });

  it("stays inside where the window never leaves the array", () => {
    expect(cellAt(offset(2), [7], [10], shift("none"))).toBe(9);
    expect(cellAt(offset(1, 2), [0, 1], [2, 4], shift("none"))).toBe(7);
  });

  it("is the same from every place, where it is a cell by itself", () => {
    expect(cellAt(cell(1, 2), [0, 0], [3, 4], { kind: "alone" })).toBe(6);
    expect(cellAt(cell(1, 2), [2, 3], [3, 4], { kind: "alone" })).toBe(6);
    expect(cellAt(cell(), [3], [], { kind: "alone" })).toBe(0);
  });
});

describe("can outputs share a function", () => {
  const layout = (output: readonly number[], ...inputs: readonly number[][]): Layout => ({
    inputs,
    output,
  });

  it.each([
    ["same shapes", layout([5], [5]), [true, true, true]],
    ["same shapes, two inputs", layout([3, 4], [3, 4], [3, 4]), [true, true, true]],
    ["a shorter output", layout([4], [5]), [false, false, true]],
    ["a longer output", layout([6], [5]), [false, false, false]],
    ["one axis shorter", layout([3, 3], [3, 4]), [false, false, true]],
    ["another number of axes", layout([3], [3, 3]), [false, false, false]],
    ["one input that fits and one that does not", layout([5], [5], [4]), [false, false, false]],
    ["a scalar", layout([], []), [false, false, false]],
  ])("%s", (_, shapes, expected) => {
    const edges = ["ring", "zero", "none"] as const;
    expect(edges.map((edge) => canShare(shapes, [edge, edge]))).toEqual(expected);
  });
});

describe("sources", () => {
  const offsetsOf = (layout: Layout, sharing: Sharing): unknown[] =>
    sourcesOf(
      layout,
      sharing,
      layout.output.map(() => 0),
    ).map((source) => (source.kind === "offset" ? source.offset : source.coordinates));

  it("on a ring are all cells, each once, nearest first", () => {
    expect(offsetsOf({ inputs: [[5]], output: [5] }, shift("ring"))).toEqual([
      [0],
      [-1],
      [1],
      [-2],
      [2],
    ]);
    expect(offsetsOf({ inputs: [[4]], output: [4] }, shift("ring"))).toEqual([[0], [-1], [1], [2]]);
  });

  it("in two axes are ordered by ring around the place, then by steps", () => {
    const around = offsetsOf({ inputs: [[3, 3]], output: [3, 3] }, shift("zero"));
    expect(around).toEqual([
      [0, 0],
      [-1, 0],
      [0, -1],
      [0, 1],
      [1, 0],
      [-1, -1],
      [-1, 1],
      [1, -1],
      [1, 1],
    ]);
  });

  it("of a window that stays inside never look back", () => {
    expect(offsetsOf({ inputs: [[10]], output: [8] }, shift("none"))).toEqual([[0], [1], [2]]);
    expect(offsetsOf({ inputs: [[5]], output: [5] }, shift("none"))).toEqual([[0]]);
  });

  it("without sharing are single cells, nearest to the output's place first", () => {
    const sources = sourcesOf({ inputs: [[5]], output: [5] }, { kind: "alone" }, [3]);
    expect(sources).toEqual([cell(3), cell(2), cell(4), cell(1), cell(0)]);
    const distances = sources.map((source) => distanceOf(source, [3]));
    expect(distances).toEqual([0, 1, 1, 2, 3]);
  });

  it("of several inputs take turns", () => {
    const sources = sourcesOf({ inputs: [[3], [3]], output: [3] }, shift("ring"), [0]);
    expect(sources.map(({ input }) => input)).toEqual([0, 1, 0, 0, 1, 1]);
  });

  it("are as far as along their farthest axis", () => {
    expect(distanceOf(offset(-3, 1), [0, 0])).toBe(3);
    expect(distanceOf(cell(1, 6), [2, 2])).toBe(4);
    // From a scalar all cells are equally near.
    expect(distanceOf(cell(9), [])).toBe(0);
  });
});
