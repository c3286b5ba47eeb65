import { expect, test } from "vitest";
import {
  add,
  compare,
  exact,
  isInteger,
  multiply,
  subtract,
  toNumber,
} from "../../src/math/exact.ts";

test("sums of decimals are those of the doubles that are written, not rounded ones", () => {
  const sum = add(exact(0.1), exact(0.2));
  expect(compare(sum, exact(0.3))).toBeGreaterThan(0);
  expect(0.1 + 0.2 - 0.3).not.toBe(toNumber(subtract(sum, exact(0.3))));
});

test("integers stay exact beyond 2^53 and come back as plain numbers", () => {
  const large = add(2 ** 53 - 1, 2);
  expect(large).toEqual({ mantissa: 2n ** 53n + 1n, exponent: 0 });
  expect(subtract(large, 2)).toBe(2 ** 53 - 1);
  expect(subtract(large, large)).toBe(0);
});

test("a product of fractions that is an integer is a plain number", () => {
  expect(multiply(exact(0.5), 4)).toBe(2);
  expect(multiply(exact(-1.5), exact(2))).toBe(-3);
  expect(Object.is(multiply(-1, 0), 0)).toBe(true);
});

test("whole numbers are told from others", () => {
  expect(isInteger(3)).toBe(true);
  expect(isInteger(exact(2 ** 60))).toBe(true);
  expect(isInteger(exact(0.5))).toBe(false);
});
