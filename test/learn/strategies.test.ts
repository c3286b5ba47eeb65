import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestRegions } from "../../src/learn/fewest-regions.ts";
import type { Patterns } from "../../src/learn/patterns.ts";
import type { Region, Sides } from "../../src/learn/regions.ts";
import { type Point, separateWith, sumAt } from "../../src/learn/separate.ts";
import { sparsestRegion } from "../../src/learn/sparsest-region.ts";
import { wardRegions } from "../../src/learn/ward-regions.ts";
import { type WardTree, wardTree } from "../../src/learn/ward-tree.ts";
import { loadLinearSolver } from "../../src/math/linear-program.ts";
import { labelledRows, patternsOf } from "./labelled-rows.ts";

const separate = separateWith(await loadLinearSolver());
const holds = (region: Region, point: Point): boolean =>
  region.every((unit) => sumAt(unit, point) > 0);

function sidesOf({ rows, labels }: Patterns, label: number): Sides {
  return {
    own: rows.filter((_, p) => labels[p] === label),
    other: rows.filter((_, p) => labels[p] !== label),
  };
}

describe.each([
  ["regions of the sparsest unit", sparsestRegion],
  ["as few regions as possible", fewestRegions],
  ["regions around Ward's clusters", wardRegions],
])("%s", (_, strategy) => {
  it("hold every own point and no other one", () => {
    let nSeveral = 0;
    fc.assert(
      fc.property(labelledRows(5), (patterns) => {
        const sides = sidesOf(patterns, 1);
        fc.pre(sides.own.length > 0 && sides.other.length > 0);
        const regions = strategy(sides, separate);
        expect(regions).toBeDefined();
        expect(sides.own.every((point) => regions!.some((region) => holds(region, point)))).toBe(
          true,
        );
        expect(sides.other.some((point) => regions!.some((region) => holds(region, point)))).toBe(
          false,
        );
        if (regions!.length > 1) nSeveral += 1;
      }),
      { seed: 2, numRuns: 60 },
    );
    expect(nSeveral).toBeGreaterThan(0);
  });

  it("do not exist where a point has both labels", () => {
    // On counts of two cells that are not alike, 1 is on both sides.
    expect(strategy({ own: [[1]], other: [[0], [1]] }, separate)).toBeUndefined();
  });

  it("are one region of one unit for a threshold", () => {
    const isMost = [0, 0, 0, 1, 0, 1, 1, 1];
    const regions = strategy(sidesOf(patternsOf(3, [...isMost.keys()], isMost), 1), separate);
    expect(regions).toEqual([[{ weights: [2, 2, 2], bias: -3 }]]);
  });
});

describe("as few regions as possible", () => {
  it("need one region of two units for exclusive or", () => {
    const regions = fewestRegions(sidesOf(patternsOf(2, [0, 1, 2, 3], [0, 1, 1, 0]), 1), separate);
    expect(regions).toHaveLength(1);
    expect(regions![0]).toHaveLength(2);
  });

  it("need one region for counts between two bounds", () => {
    const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((count) => [count]);
    const isOwn = ([count]: Point): boolean => count === 3 || count === 4;
    const sides = {
      own: counts.filter(isOwn),
      other: counts.filter((point) => !isOwn(point)),
    };
    const regions = fewestRegions(sides, separate);
    expect(regions).toHaveLength(1);
    expect(new Set(regions![0]!.map((unit) => JSON.stringify(unit)))).toEqual(
      new Set(['{"weights":[2],"bias":-5}', '{"weights":[-2],"bias":9}']),
    );
  });
});

describe("regions around Ward's clusters", () => {
  const inOtherOrder = ({ own, other }: Sides, swaps: readonly number[]): Sides => ({
    own: shuffled(own, swaps),
    other: shuffled(other, swaps),
  });
  const shuffled = (points: readonly Point[], keys: readonly number[]): Point[] =>
    points
      .map((point, k) => ({ point, key: keys[k % keys.length]! * (k + 1) }))
      .sort((a, b) => (a.key % 17) - (b.key % 17))
      .map(({ point }) => point);

  it("do not depend on the order of the points", () => {
    let nMoved = 0;
    fc.assert(
      fc.property(labelledRows(5), fc.array(fc.nat(1000), { minLength: 1 }), (patterns, keys) => {
        const sides = sidesOf(patterns, 1);
        fc.pre(sides.own.length > 0 && sides.other.length > 0);
        const moved = inOtherOrder(sides, keys);
        expect(wardRegions(moved, separate)).toEqual(wardRegions(sides, separate));
        if (JSON.stringify(moved) !== JSON.stringify(sides)) nMoved += 1;
      }),
      { seed: 5, numRuns: 40 },
    );
    expect(nMoved).toBeGreaterThan(20);
  });

  it("are one for each count where counts alternate", () => {
    const isOwn = ([count]: Point): boolean => count! % 2 === 0;
    const counts = [0, 1, 2, 3, 4, 5].map((count): Point => [count]);
    const sides = { own: counts.filter(isOwn), other: counts.filter((point) => !isOwn(point)) };
    expect(wardRegions(sides, separate)).toHaveLength(3);
  });

  it("are one of two units where the others need more of both", () => {
    const labels = [1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 1];
    const sides = sidesOf(patternsOf(4, [...labels.keys()], labels), 1);
    const sizes = [wardRegions, fewestRegions, sparsestRegion].map((strategy) => {
      const regions = strategy(sides, separate)!;
      return [regions.length, new Set(regions.flat().map((unit) => JSON.stringify(unit))).size];
    });
    expect(sizes).toEqual([
      [1, 2],
      [2, 4],
      [4, 4],
    ]);
  });

  it("are not tried for many points", () => {
    const line = Array.from({ length: 300 }, (_, k): Point => [k]);
    const sides = { own: line.slice(0, 150), other: line.slice(150) };
    expect(wardRegions(sides, separate)).toBeUndefined();
    const half = { own: line.slice(0, 100), other: line.slice(150, 250) };
    expect(wardRegions(half, separate)).toEqual([[{ weights: [-2], bias: 249 }]]);
  });
});

describe("Ward's tree", () => {
  it("joins first what is nearest, and is as high as the squared distances that it adds, twice", () => {
    const tree = wardTree([[9], [0], [5], [1]]);
    expect(tree.points).toEqual([[0], [1], [5], [9]]);
    // The means of 0, 1 and of 5, 9 are 6.5 apart: 2 * 2 * 2 / (2 + 2) * 6.5^2.
    expect(tree.height).toBeCloseTo(2 * 6.5 ** 2);
    expect(tree.parts!.map(({ points }) => points)).toEqual([
      [[0], [1]],
      [[5], [9]],
    ]);
    expect(tree.parts!.map(({ height }) => height)).toEqual([1, 16]);
  });

  it("has heights that never fall from parts to wholes", () => {
    const check = ({ height, parts }: WardTree): void => {
      for (const part of parts ?? []) {
        expect(part.height).toBeLessThanOrEqual(height * (1 + 1e-9));
        check(part);
      }
    };
    const point = fc.array(fc.nat(5), { minLength: 3, maxLength: 3 });
    const points = fc.uniqueArray(point, { minLength: 1, maxLength: 20, selector: String });
    fc.assert(
      fc.property(points, (given) => check(wardTree(given))),
      { seed: 1, numRuns: 100 },
    );
  });
});
