import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  type Dyadic,
  dyadic,
  multiply,
  signOf,
  toNumber,
} from "../../src/math/dyadic.ts";

const sumOf = (...values: readonly number[]): Dyadic => values.map(dyadic).reduce(add);
const double = fc.double({ noNaN: true, noDefaultInfinity: true });

describe("exact numbers", () => {
  it("are what doubles denote, not what their decimals say", () => {
    // 0.1 + 0.2 - 0.3 in doubles is 2^-54.
    expect(toNumber(sumOf(0.1, 0.2, -0.3))).toBe(2 ** -55);
    expect(signOf(sumOf(0.5, 0.25, -0.75))).toBe(0);
  });

  it("keep what a double would round away", () => {
    expect(signOf(sumOf(2 ** 53, 1, -(2 ** 53)))).toBe(1);
    expect(signOf(sumOf(1e300, -1e-300, -1e300))).toBe(-1);
  });

  it("have no smallest one", () => {
    const tiny = dyadic(5e-324);
    const tinier = multiply(tiny, tiny);
    expect(signOf(tinier)).toBe(1);
    expect(compare(tinier, tiny)).toBeLessThan(0);
    expect(toNumber(tiny)).toBe(5e-324);
    expect(toNumber(tinier)).toBe(0);
  });

  it("multiply", () => {
    expect(toNumber(multiply(dyadic(-1.5), dyadic(0.25)))).toBe(-0.375);
    expect(signOf(multiply(dyadic(0), dyadic(-3)))).toBe(0);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])("are never %d", (v) => {
    expect(() => dyadic(v)).toThrow(RangeError);
  });

  it("come back as the double that they came from", () => {
    fc.assert(
      fc.property(double, (value) => toNumber(dyadic(value)) === value),
      { seed: 1 },
    );
  });

  it("are ordered as doubles are", () => {
    fc.assert(
      fc.property(double, double, (a, b) => {
        expect(Math.sign(compare(dyadic(a), dyadic(b)))).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(compare(dyadic(a), dyadic(a))).toBe(0);
      }),
      { seed: 1 },
    );
  });

  it("add up to the same in any order", () => {
    let nRounded = 0;
    fc.assert(
      fc.property(fc.array(double, { minLength: 2, maxLength: 5 }), (values) => {
        const sum = sumOf(...values);
        expect(compare(sum, sumOf(...values.toReversed()))).toBe(0);
        const forth = values.reduce((total, value) => total + value);
        const back = values.reduceRight((total, value) => total + value);
        if (forth !== back) nRounded += 1;
        const rest = sumOf(...values, ...values.map((value) => -value));
        expect(signOf(rest)).toBe(0);
      }),
      { seed: 1, numRuns: 300 },
    );
    expect(nRounded).toBeGreaterThan(0);
  });

  it("round to the nearest double, however far apart their parts are", () => {
    expect(toNumber(sumOf(1e10, 5e-324))).toBe(1e10);
    expect(toNumber(sumOf(2 ** 53, 1, 5e-324))).toBe(2 ** 53 + 2);
    expect(toNumber(sumOf(2 ** 53, 1))).toBe(2 ** 53);
    expect(toNumber(sumOf(-1e300, -1e-300))).toBe(-1e300);
  });
});
