import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fewestRegions } from "../../src/learn/fewest-regions.ts";
import type { Patterns } from "../../src/learn/patterns.ts";
import type { Region, Sides } from "../../src/learn/regions.ts";
import { type Point, separateWith, sumAt } from "../../src/learn/separate.ts";
import { sparsestRegion } from "../../src/learn/sparsest-region.ts";
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
