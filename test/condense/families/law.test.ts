import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lawKey, lawOf, weightAt } from "../../../src/condense/families/law.ts";
import { coordinatesOf, type Shape } from "../../../src/math/shape.ts";

const cellsOf = (weights: readonly number[]) => weights.map((weight, cell) => ({ cell, weight }));

describe("the law of weights", () => {
  it.each<[string, number[], unknown]>([
    ["k + 1", [1, 2, 3, 4], { kind: "linear", axis: 0, slope: 1, offset: 1 }],
    ["5 - 2k", [5, 3, 1, -1], { kind: "linear", axis: 0, slope: -2, offset: 5 }],
    [
      "2^k",
      [1, 2, 4, 8],
      { kind: "power", axis: 0, scale: 1, base: 2, start: 0, isFalling: false },
    ],
    [
      "binary digits",
      [8, 4, 2, 1],
      { kind: "power", axis: 0, scale: 1, base: 2, start: 3, isFalling: true },
    ],
    [
      "-3^k",
      [-1, -3, -9, -27],
      { kind: "power", axis: 0, scale: -1, base: 3, start: 0, isFalling: false },
    ],
    ["too few different ones", [1, 2], undefined],
    ["the same everywhere", [2, 2, 2, 2], undefined],
    ["without a law", [1, 2, 4, 7], undefined],
  ])("%s", (_, weights, law) => {
    expect(lawOf(cellsOf(weights), [weights.length])).toEqual(law);
  });

  it("is one of a single axis", () => {
    const shape = [2, 4];
    const cells = Array.from({ length: 8 }, (_, cell) => ({ cell, weight: 3 * (cell % 4) + 1 }));
    expect(lawOf(cells, shape)).toEqual({ kind: "linear", axis: 1, slope: 3, offset: 1 });
    expect(lawOf(cells.with(5, { cell: 5, weight: 7 }), shape)).toBeUndefined();
  });

  it("is known by its key", () => {
    const law = lawOf(cellsOf([1, 2, 3, 4]), [4]);
    expect(lawKey(law)).toBe(lawKey(lawOf(cellsOf([1, 2, 3, 4]).toReversed(), [4])));
    expect(lawKey(law)).not.toBe(lawKey(lawOf(cellsOf([2, 3, 4, 5]), [4])));
    expect(lawKey(undefined)).toBe("");
  });
});

it("a law gives every cell its weight", () => {
  let nFound = 0;
  const weights = fc.constantFrom(
    (k: number) => 2 ** k,
    (k: number) => 2 ** (7 - k),
    (k: number) => 3 * k - 2,
    (k: number) => -k - 1,
    (k: number) => k * k,
  );
  const shapes = fc.constantFrom<Shape>([6], [2, 6], [6, 2], [2, 2, 5]);
  fc.assert(
    fc.property(weights, shapes, fc.nat(2), fc.nat(30), (weightOf, shape, along, odd) => {
      const cells = Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, cell) => {
        const weight = weightOf(coordinatesOf(cell, shape)[along % shape.length]!);
        return { cell, weight: cell === odd ? weight + 1 : weight };
      });
      const law = lawOf(cells, shape);
      if (law === undefined) return;
      nFound += 1;
      for (const { cell, weight } of cells) {
        expect(weightAt(law, coordinatesOf(cell, shape)[law.axis]!)).toBe(weight);
      }
    }),
    { seed: 31, numRuns: 400 },
  );
  expect(nFound).toBeGreaterThan(50);
});
