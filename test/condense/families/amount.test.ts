import fc from "fast-check";
import { expect, it } from "vitest";
import {
  amountOf,
  fixed,
  fixedValue,
  plusTimes,
  product,
} from "../../../src/condense/families/amount.ts";
import { type Formula, valueAt } from "../../../src/condense/families/fit.ts";

const integers = fc.integer({ min: -4, max: 4 });
const formulas: fc.Arbitrary<Formula> = fc.oneof(
  fc.record({ kind: fc.constant("constant" as const), value: integers }),
  fc.record({
    kind: fc.constant("affine" as const),
    variable: fc.nat(1),
    factor: integers,
    offset: integers,
  }),
  fc.record({
    kind: fc.constant("pair" as const),
    first: fc.constant(0),
    second: fc.constant(1),
    sign: fc.constantFrom(1 as const, -1 as const),
    offset: integers,
  }),
);

/** constant + factors . variables */
const at = (
  { constant, factors }: ReturnType<typeof fixed>,
  variables: readonly number[],
): number => factors.reduce((sum, factor, k) => sum + factor * variables[k]!, constant);

it("an amount is the value of its formula everywhere", () => {
  fc.assert(
    fc.property(formulas, integers, integers, (formula, a, b) => {
      expect(at(amountOf(formula)!, [a, b])).toBe(valueAt(formula, [a, b]));
    }),
    { seed: 41, numRuns: 200 },
  );
});

it("formulas that are no sums of variables are no amounts", () => {
  expect(amountOf({ kind: "floor", variable: 0, divisor: 2, offset: 0 })).toBeUndefined();
  expect(amountOf({ kind: "values", variable: 0, values: [1, 5] })).toBeUndefined();
});

it("amounts are added, and multiplied where one of them is the same everywhere", () => {
  fc.assert(
    fc.property(formulas, formulas, fc.tuple(integers, integers), (first, second, variables) => {
      const [a, b] = [amountOf(first)!, amountOf(second)!];
      expect(at(plusTimes(a, -2, b), variables)).toBe(at(a, variables) - 2 * at(b, variables));
      const times = product(a, b);
      const isKnown = fixedValue(a) !== undefined || fixedValue(b) !== undefined;
      expect(times !== undefined).toBe(isKnown);
      if (times !== undefined) {
        // `+ 0` turns -0 into 0.
        expect(at(times, variables) + 0).toBe(at(a, variables) * at(b, variables) + 0);
      }
    }),
    { seed: 42, numRuns: 300 },
  );
});

it("the same everywhere is one number", () => {
  expect(fixedValue(fixed(5))).toBe(5);
  expect(fixedValue({ constant: 5, factors: [0, 0] })).toBe(5);
  expect(fixedValue({ constant: 5, factors: [0, 1] })).toBeUndefined();
});
