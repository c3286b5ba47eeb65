import { coordinatesOf } from "../../math/shape.ts";
import { comparePlaces } from "./compare-items.ts";
import type { Family } from "./family.ts";
import type { Formula } from "./fit.ts";
import type { Item } from "./item.ts";
import { weightAt } from "./law.ts";
import type { Placed } from "./placed.ts";
import type { Grid } from "./regions.ts";

/** Units without a pattern, as rows of weights: one family for each rule. */
export function denseFamilies(
  left: readonly number[],
  items: readonly Item[],
  grids: readonly Grid[],
): Family[] {
  const byRule = new Map<string, number[]>();
  for (const item of left) {
    const { placed, tag } = items[item]!;
    const key = `${tag} ${placed.rule}`;
    byRule.set(key, [...(byRule.get(key) ?? []), item]);
  }
  return [...byRule]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => denseFamily(members, items, grids));
}

function denseFamily(
  given: readonly number[],
  items: readonly Item[],
  grids: readonly Grid[],
): Family {
  const members = [...given].sort((a, b) => comparePlaces(items[a]!, items[b]!));
  return {
    rule: items[members[0]!]!.placed.rule,
    shape: [members.length],
    coordinates: coordinatesBy(members.map((item) => items[item]!.coordinates)),
    classes: [],
    body: {
      kind: "dense",
      sums: members.map((item) => ({
        weights: weightsOf(items[item]!.placed, grids),
        bias: items[item]!.placed.sum!.bias,
      })),
    },
    members: members.map((item, k) => ({ item, variables: [k], sign: 1 })),
  };
}

/** Coordinates by the number of a member. */
function coordinatesBy(places: readonly (readonly number[])[]): Formula[] {
  return places[0]!.map((_, axis): Formula => {
    const values = places.map((place) => place[axis]!);
    const [offset] = values;
    const isEven = values.every((value, k) => value === offset! + k);
    return isEven
      ? { kind: "affine", variable: 0, factor: 1, offset: offset! }
      : { kind: "values", variable: 0, values };
  });
}

function weightsOf(
  { classes, sum }: Placed,
  grids: readonly Grid[],
): Map<number, Map<number, number>> {
  const weights = new Map<number, Map<number, number>>();
  classes.forEach(({ source, cells, law }, k) => {
    if (!weights.has(source)) weights.set(source, new Map());
    for (const cell of cells) {
      const byLaw = law && weightAt(law, coordinatesOf(cell, grids[source]!.shape)[law.axis]!);
      weights.get(source)!.set(cell, byLaw ?? sum!.weights[k]!);
    }
  });
  return weights;
}
