import { expect, test } from "vitest";
import { constantForm, difference, type Form, sumOf } from "../../src/verify/graph/form.ts";
import { placeOfLargest, placeOfLogits } from "../../src/verify/graph/race.ts";
import { Store } from "../../src/verify/graph/store.ts";
import { positive } from "../../src/verify/graph/threshold.ts";

const store = new Store();
const values = [0, 1, 2].map((cell) => store.cell(cell, { kind: "real" }));
const place = placeOfLargest(store, values);

/** How many others a value passes, strictly or not as `isStrict` says of the two. */
function scores(
  isStrict: (i: number, j: number) => boolean,
  scale = 1,
  shifts = [0, 0, 0],
): Form[] {
  return values.map((value, i) => {
    const parts = values.flatMap((other, j) =>
      i === j
        ? []
        : [{ factor: scale, form: positive(store, difference(value, other), isStrict(i, j)) }],
    );
    return sumOf([...parts, { factor: 1, form: constantForm(shifts[i]!) }], 0);
  });
}

const isDecided = (logits: readonly Form[]): boolean =>
  placeOfLogits(store, logits, (bit) => bit) === place;

test("a race decides logits in its order, and no others", () => {
  expect(isDecided(scores(() => true))).toBe(true);
  expect(isDecided(scores(() => false, 3, [5, 5, 5]))).toBe(true);
  expect(isDecided(scores((i, j) => i > j))).toBe(true);
  expect(isDecided(scores((i, j) => i < j))).toBe(false);
  expect(isDecided(scores(() => true, -1))).toBe(false);
  expect(isDecided(scores(() => true, 1, [0, 0, 1]))).toBe(false);
});
