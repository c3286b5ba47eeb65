import { describe, expect, it } from "vitest";
import { poolShared } from "../../src/learn/pool.ts";
import { findWindow } from "../../src/learn/window.ts";
import { Random } from "../../src/math/random.ts";
import { datasetOf, examplesOf, type Form, type Rule } from "./dataset-of.ts";
import { type Case, poolOf } from "./pool-of.ts";

/** The offsets of the window that random samples of a rule on a ring lead to. */
function offsetsFound(form: Form, rule: Rule, nSamples: number): unknown {
  const dataset = datasetOf(form, examplesOf(form, rule, nSamples, new Random(1)));
  const pool = poolShared(dataset, { kind: "shift", edges: ["ring", "ring"] });
  return findWindow(pool)?.window.map((source) => {
    const found = pool.sources[source]!;
    return found.kind === "offset" ? found.offset : undefined;
  });
}

const cases = (...rows: readonly (readonly [readonly number[], number])[]): Case[] =>
  rows.map(([row, label]) => ({ row, label }));

describe("the window that the data need", () => {
  it("is empty where the label never changes", () => {
    expect(findWindow(poolOf(cases([[0, 1], 1], [[1, 0], 1])))?.window).toEqual([]);
  });

  it("is the smallest one, though it is far", () => {
    const near = cases([[0, 0, 0], 0], [[0, 1, 0], 0], [[1, 0, 1], 1], [[0, 1, 1], 1]);
    expect(findWindow(poolOf(near))?.window).toEqual([2]);
  });

  it("of equally small ones is the nearest", () => {
    const both = cases([[0, 1, 1], 1], [[1, 0, 0], 0], [[1, 1, 1], 1], [[0, 0, 0], 0]);
    expect(findWindow(poolOf(both))?.window).toEqual([1]);
  });

  it("of equally small ones is the nearest, also where a box of near cells leaves another", () => {
    const columns = [
      [0, 0, 0, 1, 1, 1],
      [1, 1, 0, 0, 0, 0],
      [1, 0, 1, 0, 1, 1],
      [1, 1, 1, 0, 1, 0],
      [0, 0, 1, 0, 0, 1],
    ];
    const labels = [0, 0, 0, 0, 0, 1];
    const rows = labels.map(
      (label, k): Case => ({ row: columns.map((column) => column[k]!), label }),
    );
    expect(findWindow(poolOf(rows, [0, 1, 1, 2, 2]))?.window).toEqual([0, 4]);
  });

  it("is the nearest of two cells that each do what two near ones do together", () => {
    const far = cases([[0, 0, 0, 0], 0], [[0, 1, 1, 1], 1], [[1, 0, 1, 1], 1], [[1, 1, 0, 0], 0]);
    expect(findWindow(poolOf(far))?.window).toEqual([2]);
  });

  it("does not exist where samples contradict each other", () => {
    expect(findWindow(poolOf(cases([[0, 1], 0], [[1, 1], 1], [[0, 1], 1])))).toBeUndefined();
  });

  it("has the patterns that occur there", () => {
    const xor = cases([[1, 1], 0], [[0, 1], 1], [[0, 0], 0], [[1, 0], 1]);
    expect(findWindow(poolOf(xor))).toEqual({
      kind: "patterns",
      window: [0, 1],
      rows: [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      labels: [0, 1, 1, 0],
    });
  });

  it("is right when there is no time to look for the smallest", () => {
    const near = cases([[0, 0, 0], 0], [[0, 1, 0], 0], [[1, 0, 1], 1], [[0, 1, 1], 1]);
    const found = findWindow(poolOf(near), () => true);
    expect(found?.window).toContain(2);
  });
});

describe("a window on a ring", () => {
  it("is one far cell in two axes", () => {
    const form: Form = { inputs: { x: [12, 12] }, target: [12, 12] };
    const rule: Rule = (x) =>
      x.map((_, k) => {
        const [row, column] = [Math.floor(k / 12), k % 12];
        return x[((row + 5) % 12) * 12 + ((column + 8) % 12)]!;
      });
    expect(offsetsFound(form, rule, 2)).toEqual([[5, -4]]);
  });

  it("is two far cells, of which neither alone tells anything", () => {
    const form: Form = { inputs: { x: [60] }, target: [60] };
    const rule: Rule = (x) => x.map((_, i) => x[(i + 43) % 60]! ^ x[(i + 23) % 60]!);
    expect(offsetsFound(form, rule, 3)).toEqual([[-17], [23]]);
  });

  it("is five neighbouring cells, where all of them matter", () => {
    const form: Form = { inputs: { x: [40] }, target: [40] };
    const rule: Rule = (x) =>
      x.map((_, i) => [38, 39, 40, 41, 42].reduce((odd, step) => odd ^ x[(i + step) % 40]!, 0));
    expect(offsetsFound(form, rule, 12)).toEqual([[0], [-1], [1], [-2], [2]]);
  });
});
