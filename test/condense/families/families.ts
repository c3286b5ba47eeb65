import type { Family } from "../../../src/condense/families/family.ts";
import type { Formula } from "../../../src/condense/families/fit.ts";
import type { Rule } from "../../../src/condense/wiring.ts";

export const affine = (factor: number, offset: number, variable = 0): Formula => ({
  kind: "affine",
  variable,
  factor,
  offset,
});

interface FamilyGiven {
  /** The variables of each member. */
  readonly places: readonly (readonly number[])[];
  /** For each class the coordinates of its one cell. */
  readonly points: readonly (readonly Formula[])[];
  readonly border: "plain" | "ring";
  /** By class; default 1. */
  readonly weights?: readonly number[];
  readonly bias?: number;
  readonly rule?: Rule;
}

/** A family of weighted sums of single cells of source 0. */
export function familyOf({ places, points, border, ...given }: FamilyGiven): Family {
  const rank = places[0]!.length;
  return {
    rule: given.rule ?? "sign",
    shape: Array.from(
      { length: rank },
      (_, v) => Math.max(...places.map((place) => place[v]!)) + 1,
    ),
    coordinates: [],
    classes: points.map((formulas) => ({
      source: 0,
      bounds: { low: 0, high: 1, isInteger: true },
      pattern: {
        regions: [
          { kind: "product", sign: 1, axes: formulas.map(() => ({ kind: "point", at: 0 })) },
        ],
      },
      formulas,
      borders: formulas.map(() => border),
      law: undefined,
      size: 1,
    })),
    body: {
      kind: "sum",
      weights: given.weights ?? points.map(() => 1),
      bias: { kind: "constant", value: given.bias ?? 0 },
      table: undefined,
    },
    members: places.map((variables, item) => ({ item, variables, sign: 1 })),
  };
}
