import { describe, expect, it } from "vitest";
import {
  compareRows,
  isDetermined,
  type Patterns,
  patternsOf,
  restricted,
} from "../../src/learn/patterns.ts";
import { poolOf } from "./pool-of.ts";

/** Two bits and a third that repeats the first; the label is their "and". */
const pool = poolOf([
  { row: [1, 1, 1], label: 1 },
  { row: [0, 1, 0], label: 0 },
  { row: [1, 0, 1], label: 0 },
  { row: [1, 1, 1], label: 1 },
  { row: [0, 0, 0], label: 0 },
]);

const all: Patterns = {
  kind: "patterns",
  window: [0, 1, 2],
  rows: [
    [0, 0, 0],
    [0, 1, 0],
    [1, 0, 1],
    [1, 1, 1],
  ],
  labels: [0, 0, 0, 1],
};

describe("patterns of a window", () => {
  it("are its distinct rows in ascending order, each with its label", () => {
    expect(patternsOf(pool, [0, 1, 2])).toEqual(all);
    expect(patternsOf(pool, [0, 1])).toEqual({
      kind: "patterns",
      window: [0, 1],
      rows: [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      labels: [0, 0, 0, 1],
    });
  });

  it("contradict where a window tells too little, and the two cases are named", () => {
    const conflict = patternsOf(pool, [0]);
    if (conflict.kind !== "conflict") throw new Error("expected a conflict");
    const [a, b] = conflict.cases;
    expect(pool.labels[a]).not.toBe(pool.labels[b]);
    expect(pool.read(0, a)).toBe(pool.read(0, b));
  });

  it("of no source at all are one, where the label never changes", () => {
    const constant = poolOf([
      { row: [0], label: 1 },
      { row: [1], label: 1 },
    ]);
    expect(patternsOf(constant, [])).toEqual({
      kind: "patterns",
      window: [],
      rows: [[]],
      labels: [1],
    });
    expect(patternsOf(pool, []).kind).toBe("conflict");
  });

  it("are told apart in windows wider than a double", () => {
    const zeros = new Array<number>(60).fill(0);
    const wide = poolOf([
      { row: zeros, label: 0 },
      { row: zeros.with(0, 1), label: 1 },
      { row: zeros.with(59, 1), label: 1 },
      { row: zeros.with(0, 1).with(59, 1), label: 0 },
    ]);
    const patterns = patternsOf(wide, [...zeros.keys()]);
    if (patterns.kind !== "patterns") throw new Error("expected patterns");
    expect(patterns.labels).toEqual([0, 1, 1, 0]);
    expect(isDetermined(patterns, [...zeros.keys()])).toBe(true);
    expect(isDetermined(patterns, [...zeros.keys()].slice(1))).toBe(false);
    expect(restricted(patterns, [0, 59]).labels).toEqual([0, 1, 1, 0]);
    expect(restricted(patterns, [...zeros.keys()])).toEqual(patterns);
  });
});

describe("positions of a window", () => {
  it("decide the label or do not", () => {
    expect(isDetermined(all, [0, 1])).toBe(true);
    expect(isDetermined(all, [1, 2])).toBe(true);
    expect(isDetermined(all, [0, 2])).toBe(false);
    expect(isDetermined(all, [])).toBe(false);
  });

  it("have patterns of their own, of the sources that they stand for", () => {
    const elsewhere: Patterns = { ...all, window: [4, 7, 9] };
    expect(restricted(elsewhere, [1, 2])).toEqual({
      kind: "patterns",
      window: [7, 9],
      rows: [
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      labels: [0, 0, 0, 1],
    });
  });
});

describe("rows", () => {
  it("are ordered as the numbers that they spell", () => {
    expect(compareRows([0, 1, 1], [1, 0, 0])).toBeLessThan(0);
    expect(compareRows([1, 0, 1], [1, 0, 0])).toBeGreaterThan(0);
    expect(compareRows([1, 0], [1, 0])).toBe(0);
  });
});
