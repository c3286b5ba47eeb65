import { expect, it } from "vitest";
import type { Family } from "../../../src/condense/families/family.ts";
import { mirrorOf } from "../../../src/condense/families/mirror.ts";
import { affine, familyOf } from "./families.ts";

const grids = [{ shape: [3] }];
const above = [
  [0, 1],
  [0, 2],
  [1, 2],
];

/** weight * x[i] + other * x[j] + bias at some pairs of places. */
function pairs(
  places: readonly (readonly number[])[],
  [weight, other, bias = 0]: readonly [number, number, number?],
): Family {
  const family = familyOf({
    places,
    points: [[affine(1, 0, 0)], [affine(1, 0, 1)]],
    border: "plain",
    weights: [weight, other],
    bias,
  });
  return { ...family, shape: [3, 3] };
}

it("comparisons of all pairs are a square without its diagonal", () => {
  const found = mirrorOf(pairs(above, [1, -1]), grids);
  expect(found?.shape).toEqual([3, 3]);
  expect([...found!.present!].sort((a, b) => a - b)).toEqual([1, 2, 3, 5, 6, 7]);
});

it.each<[string, Family]>([
  ["are no negatives of each other", pairs(above, [1, 1])],
  ["have a bias", pairs(above, [1, -1, 1])],
  ["are not all there", pairs(above.slice(1), [1, -1])],
  [
    "are there in both orders",
    pairs(
      [
        [0, 1],
        [1, 0],
        [1, 2],
      ],
      [1, -1],
    ),
  ],
  ["are no signs", { ...pairs(above, [1, -1]), rule: "threshold" }],
])("pairs have no mirror where they %s", (_, family) => {
  expect(mirrorOf(family, grids)).toBeUndefined();
});
