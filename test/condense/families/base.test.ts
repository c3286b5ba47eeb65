import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { based } from "../../../src/condense/families/base.ts";
import { cellsAt, type Family } from "../../../src/condense/families/family.ts";
import { affine, familyOf } from "./families.ts";

const length = 7;
const grids = [{ shape: [length] }];

/** A window of two cells, `reach` apart, at each of some places from `first` on. */
function window(nPlaces: number, first: number, reach: number, border: "plain" | "ring"): Family {
  return familyOf({
    places: Array.from({ length: nPlaces }, (_, k) => [first + k]),
    points: [[affine(1, -first)], [affine(1, reach - first)]],
    border,
  });
}

describe("variables", () => {
  it("start at 0", () => {
    const family = based(window(4, 3, 1, "plain"), grids);
    expect(family.shape).toEqual([4]);
    expect(family.members.map(({ variables }) => variables)).toEqual([[0], [1], [2], [3]]);
    expect(family.classes.map(({ formulas }) => formulas[0])).toEqual([affine(1, 0), affine(1, 1)]);
  });

  it("stand in the middle of what is read round a ring", () => {
    const family = based(window(length, 0, 2, "ring"), grids);
    expect(family.classes.map(({ formulas }) => formulas[0])).toEqual([
      affine(1, -1),
      affine(1, 1),
    ]);
    expect(family.members[0]!.variables).toEqual([1]);
  });

  it("are not turned where they do not go once round", () => {
    const family = based(window(length - 2, 0, 2, "ring"), grids);
    expect(family.classes.map(({ formulas }) => formulas[0])).toEqual([affine(1, 0), affine(1, 2)]);
  });

  it("are left alone where there are none", () => {
    const family = familyOf({
      places: [[]],
      points: [[{ kind: "constant", value: 2 }]],
      border: "plain",
    });
    expect(based(family, grids)).toEqual(family);
  });
});

it("members read the same cells, wherever their variables start", () => {
  const borders = fc.constantFrom("plain" as const, "ring" as const);
  const integers = (min: number, max: number) => fc.integer({ min, max });
  fc.assert(
    fc.property(
      integers(1, length),
      integers(-3, 3),
      integers(0, 3),
      borders,
      (count, first, reach, border) => {
        const nPlaces = border === "plain" ? Math.max(1, count - reach) : count;
        const family = window(nPlaces, first, reach, border);
        const other = based(family, grids);
        expect(other.members.map(({ item }) => item)).toEqual(
          family.members.map(({ item }) => item),
        );
        expect(new Set(other.members.map(({ variables }) => variables.join())).size).toBe(nPlaces);
        other.members.forEach(({ variables }, k) => {
          expect(variables.every((value, v) => value >= 0 && value < other.shape[v]!)).toBe(true);
          expect(readAt(other, variables)).toEqual(readAt(family, family.members[k]!.variables));
        });
      },
    ),
    { seed: 111, numRuns: 300 },
  );
});

function readAt({ classes }: Family, variables: readonly number[]): unknown {
  return classes.map((each) => cellsAt(each, variables, grids[0]!));
}
