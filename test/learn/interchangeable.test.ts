import { describe, expect, it } from "vitest";
import { countsOf, interchangeable } from "../../src/learn/interchangeable.ts";
import type { Patterns } from "../../src/learn/patterns.ts";
import { Random } from "../../src/math/random.ts";

function patternsOf(rows: readonly (readonly number[])[], labels: readonly number[]): Patterns {
  return { kind: "patterns", window: [...rows[0]!.keys()], rows, labels };
}

const pairs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

describe("positions that may be swapped", () => {
  it("are those of a function that counts", () => {
    expect(interchangeable(patternsOf(pairs, [0, 1, 1, 0]))).toEqual([[0, 1]]);
  });

  it("are not those that the labels tell apart", () => {
    expect(interchangeable(patternsOf(pairs, [0, 0, 1, 0]))).toEqual([[0], [1]]);
  });

  it("are not joined without two patterns that agree after the swap", () => {
    const rows = [
      [0, 0],
      [0, 1],
      [1, 1],
    ];
    expect(interchangeable(patternsOf(rows, [0, 1, 1]))).toEqual([[0], [1]]);
  });

  it("in Life are the centre and its neighbours, seen in some hundred random patterns", () => {
    const random = new Random(1);
    const rows = Array.from({ length: 300 }, () => Array.from({ length: 9 }, () => random.bit()));
    const centre = 4;
    const labels = rows.map((row) => {
      const neighbours = row.reduce<number>((sum, bit) => sum + bit, -row[centre]!);
      return neighbours === 3 || (neighbours === 2 && row[centre] === 1) ? 1 : 0;
    });
    expect(labels).toContain(1);
    const groups = interchangeable(patternsOf(rows, labels));
    expect(groups.toSorted((a, b) => a.length - b.length)).toEqual([
      [centre],
      [0, 1, 2, 3, 5, 6, 7, 8],
    ]);
  });

  it("come in two groups for two counts that are compared", () => {
    const rows = Array.from({ length: 64 }, (_, row) =>
      [0, 1, 2, 3, 4, 5].map((k) => (row >> k) & 1),
    );
    const isMore = rows.map(([a, b, c, d, e, f]) => (a! + c! + e! > b! + d! + f! ? 1 : 0));
    const groups = interchangeable(patternsOf(rows, isMore));
    expect(groups.toSorted((a, b) => a[0]! - b[0]!)).toEqual([
      [0, 2, 4],
      [1, 3, 5],
    ]);
  });
});

describe("counts", () => {
  it("are the numbers of cells that are 1 in each group", () => {
    expect(countsOf([1, 0, 1, 1], [[0, 2], [1], [3]])).toEqual([2, 0, 1]);
    expect(countsOf([1, 0], [])).toEqual([]);
  });
});
