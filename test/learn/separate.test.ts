import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Point, separateWith, sumAt, type Unit } from "../../src/learn/separate.ts";
import { loadLinearSolver } from "../../src/math/linear-program.ts";

const separate = separateWith(await loadLinearSolver());

describe("a unit between points", () => {
  it("is the and of two bits in the smallest odd and even numbers", () => {
    const unit = separate(
      [[1, 1]],
      [
        [0, 0],
        [0, 1],
        [1, 0],
      ],
    );
    expect(unit).toEqual({ weights: [2, 2], bias: -3 });
  });

  it("is the or of two bits", () => {
    const unit = separate(
      [
        [0, 1],
        [1, 0],
        [1, 1],
      ],
      [[0, 0]],
    );
    expect(unit).toEqual({ weights: [2, 2], bias: -1 });
  });

  it("has its threshold in the middle of the gap, off all integers", () => {
    // An integer in the very middle counts as positive: 3 between 0 and 6, 2 between 0 and 4.
    expect(separate([[6]], [[0]])).toEqual({ weights: [2], bias: -5 });
    expect(separate([[5]], [[0]])).toEqual({ weights: [2], bias: -5 });
    expect(separate([[2]], [[1]])).toEqual({ weights: [2], bias: -3 });
    expect(separate([[0]], [[4]])).toEqual({ weights: [-2], bias: 5 });
  });

  it("looks at no more features than it needs", () => {
    const unit = separate(
      [
        [1, 0, 1],
        [1, 1, 0],
      ],
      [
        [0, 0, 1],
        [0, 1, 0],
      ],
    );
    expect(unit).toEqual({ weights: [2, 0, 0], bias: -1 });
  });

  it("weighs a feature twice where that is needed", () => {
    // a and (b or c)
    const rows = [0, 1, 2, 3, 4, 5, 6, 7].map((row) => [row & 1, (row >> 1) & 1, row >> 2]);
    const isOne = ([a, b, c]: Point): boolean => a === 1 && b! + c! > 0;
    const unit = separate(
      rows.filter(isOne),
      rows.filter((row) => !isOne(row)),
    );
    expect(unit).toEqual({ weights: [4, 2, 2], bias: -5 });
  });

  it("does not exist for exclusive or, nor for a point on both sides", () => {
    const same = [
      [0, 0],
      [1, 1],
    ];
    const different = [
      [0, 1],
      [1, 0],
    ];
    expect(separate(same, different)).toBeUndefined();
    expect(separate([[1, 2]], [[1, 2]])).toBeUndefined();
  });

  it("gets every point right and never ties, on counts", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 });
    let nFound = 0;
    fc.assert(
      fc.property(
        fc.array(counts, { minLength: 1, maxLength: 5 }),
        fc.array(counts, { minLength: 1, maxLength: 5 }),
        (positives, negatives) => {
          const unit = separate(positives, negatives);
          if (unit === undefined) return;
          nFound += 1;
          expect(isRight(unit, positives, negatives)).toBe(true);
          // Even weights and an odd bias: not 0 on other integers either.
          expect(unit.weights.every((weight) => Math.abs(weight % 2) === 0)).toBe(true);
          expect(Math.abs(unit.bias % 2)).toBe(1);
        },
      ),
      { seed: 5, numRuns: 300 },
    );
    expect(nFound).toBeGreaterThan(100);
    expect(nFound).toBeLessThan(300);
  });

  it("is found for bits exactly where small weights separate them", () => {
    let nInseparable = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 254 }), fc.nat(255), (table, known) => {
        const rows = [0, 1, 2, 3, 4, 5, 6, 7].filter((row) => (known >> row) & 1);
        const points = (label: number) =>
          rows.filter((row) => ((table >> row) & 1) === label).map(bitsOfRow);
        fc.pre(points(0).length > 0 && points(1).length > 0);
        const exists = SMALL_UNITS.some((unit) => isRight(unit, points(1), points(0)));
        expect(separate(points(1), points(0)) !== undefined).toBe(exists);
        if (!exists) nInseparable += 1;
      }),
      { seed: 5, numRuns: 300 },
    );
    expect(nInseparable).toBeGreaterThan(20);
  });
});

const bitsOfRow = (row: number): number[] => [row & 1, (row >> 1) & 1, row >> 2];

function isRight(unit: Unit, positives: readonly Point[], negatives: readonly Point[]): boolean {
  return (
    positives.every((point) => sumAt(unit, point) > 0) &&
    negatives.every((point) => sumAt(unit, point) < 0)
  );
}

/** Among these are all threshold functions of three bits. */
const SMALL_UNITS: readonly Unit[] = [-2, -1, 0, 1, 2].flatMap((a) =>
  [-2, -1, 0, 1, 2].flatMap((b) =>
    [-2, -1, 0, 1, 2].flatMap((c) =>
      [-5.5, -4.5, -3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5].map((bias) => ({
        weights: [a, b, c],
        bias,
      })),
    ),
  ),
);
