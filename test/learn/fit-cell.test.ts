import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitsOf, type Cell, labelOf } from "../../src/learn/cell.ts";
import { fitCell } from "../../src/learn/fit-cell.ts";
import type { Patterns } from "../../src/learn/patterns.ts";
import { loadLinearSolver } from "../../src/math/linear-program.ts";
import { labelledRows, patternsOf } from "./labelled-rows.ts";

const solver = await loadLinearSolver();
const explains = (cell: Cell, { rows, labels }: Patterns): boolean =>
  rows.every((row, p) => labelOf(cell, row) === labels[p]);

const allOf = (nBits: number, isOne: (row: readonly number[]) => boolean): Patterns => {
  const numbers = Array.from({ length: 2 ** nBits }, (_, number) => number);
  const { rows } = patternsOf(nBits, numbers, numbers);
  return patternsOf(
    nBits,
    numbers,
    rows.map((row) => (isOne(row) ? 1 : 0)),
  );
};

describe("cells for patterns", () => {
  it("give every pattern its label, whatever the labels are", () => {
    let nOffers = 0;
    fc.assert(
      fc.property(labelledRows(6), (patterns) => {
        const cells = fitCell(patterns, solver);
        expect(cells.length).toBeGreaterThan(0);
        for (const cell of cells) expect(explains(cell, patterns)).toBe(true);
        nOffers += cells.length;
      }),
      { seed: 4, numRuns: 40 },
    );
    expect(nOffers).toBeGreaterThan(60);
  });

  it("come with the shortest description first, and none twice", () => {
    const xor = allOf(3, (row) => row.reduce((sum, bit) => sum + bit, 0) % 2 === 1);
    const cells = fitCell(xor, solver);
    expect(cells.length).toBeGreaterThan(1);
    const lengths = cells.map(bitsOf);
    expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
    expect(new Set(cells.map((cell) => JSON.stringify(cell))).size).toBe(cells.length);
  });

  it.each([0, 1] as const)("are a constant where all labels are %i", (label) => {
    const cells = fitCell(patternsOf(2, [0, 2, 3], [label, label, label]), solver);
    expect(cells).toHaveLength(1);
    expect(cells[0]!.differentiae).toEqual([]);
    expect(labelOf(cells[0]!, [0, 1])).toBe(label);
    expect(labelOf(fitCell(patternsOf(0, [0], [label]), solver)[0]!, [])).toBe(label);
  });

  it("need one differentia for a majority, and weigh alike what is alike", () => {
    const majority = allOf(5, (row) => row.reduce((sum, bit) => sum + bit, 0) > 2);
    expect(fitCell(majority, solver)[0]).toEqual({
      nInputs: 5,
      differentiae: [{ weights: [2, 2, 2, 2, 2], bias: -5 }],
      subconcepts: [[0]],
      positive: true,
    });
  });

  it("are found though there is no time: the first one is carried through", () => {
    const patterns = allOf(4, ([a, b, c, d]) => (a! ^ b!) === 1 || (c === 1 && d === 0));
    const cells = fitCell(patterns, solver, () => true);
    expect(cells.length).toBeGreaterThan(0);
    expect(explains(cells[0]!, patterns)).toBe(true);
    expect(fitCell(patterns, solver).length).toBeGreaterThanOrEqual(cells.length);
  });

  it("are the same for the same patterns", () => {
    fc.assert(
      fc.property(labelledRows(4), (patterns) => {
        expect(fitCell(patterns, solver)).toEqual(fitCell(patterns, solver));
      }),
      { seed: 8, numRuns: 20 },
    );
  });
});

describe("the length of a cell", () => {
  it("grows with weights, differentiae and subconcepts", () => {
    const one: Cell = {
      nInputs: 2,
      differentiae: [{ weights: [2, 0], bias: -1 }],
      subconcepts: [[0]],
      positive: true,
    };
    const heavier: Cell = { ...one, differentiae: [{ weights: [4, 0], bias: -1 }] };
    const wider: Cell = { ...one, differentiae: [{ weights: [2, 2], bias: -1 }] };
    const longer: Cell = { ...one, subconcepts: [[0], [0]] };
    for (const other of [heavier, wider, longer]) {
      expect(bitsOf(other)).toBeGreaterThan(bitsOf(one));
    }
  });
});
