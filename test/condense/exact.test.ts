import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../src/condense/1-exact.ts";
import { DistillError } from "../../src/errors.ts";
import { add, dyadic, multiply, signOf } from "../../src/math/dyadic.ts";
import { layer, networkOf } from "../verify/pairs.ts";

/** One unit with these weights and this bias, in integers. */
function integersOf(weights: readonly number[], bias: number): readonly number[] {
  const entries = weights.map((value, column) => ({ column, value }));
  const network = networkOf(
    [weights.length],
    [],
    [layer([{ bias, entries }], weights.length, "sign")],
  );
  const [unit] = exact(network)[0]!;
  return [...unit!.weights, unit!.bias];
}

describe("units in integers", () => {
  it("are divided by their common divisor", () => {
    expect(integersOf([6, -9], 3)).toEqual([2, -3, 1]);
    expect(integersOf([2, 2], -3)).toEqual([2, 2, -3]);
    expect(integersOf([2 ** 52, 2 ** 53], 2 ** 54)).toEqual([1, 2, 4]);
  });

  it("take fractions times a power of two", () => {
    expect(integersOf([0.5, 0.25], -0.75)).toEqual([2, 1, -3]);
    expect(integersOf([1.5], -0.375)).toEqual([4, -1]);
    expect(integersOf([2 ** -1074], 2 ** -1073)).toEqual([1, 2]);
  });

  it("take decimals for what their doubles denote", () => {
    // The double 0.2 is twice the double 0.1; 2^55 times 0.1 is an integer.
    expect(integersOf([0.1, 0.2], -0.4)).toEqual([1, 2, -4]);
    expect(integersOf([0.5 + 2 ** -40], 2 ** -40)).toEqual([2 ** 39 + 1, 1]);
  });

  it("keep columns and activation, and a unit without weights", () => {
    const network = networkOf(
      [3],
      [2],
      [
        layer(
          [
            { bias: 1, entries: [{ column: 2, value: 4 }] },
            { bias: -7, entries: [] },
          ],
          3,
          "step",
        ),
      ],
    );
    expect(exact(network)).toEqual([
      [
        { columns: [2], weights: [4], bias: 1, activation: "step" },
        { columns: [], weights: [], bias: -1, activation: "step" },
      ],
    ]);
  });

  it("are refused where a sum of the smallest integers may leave the exact doubles", () => {
    expect(() => integersOf([1, 2 ** -60], 0)).toThrow(DistillError);
    expect(() => integersOf([1e300, 1e-300], 0)).toThrow(/^weights-too-fine: layer 1, unit 0/);
    // Each of these is exact, but not what they sum up to.
    const large = 9007199254740990;
    expect(() => integersOf([1 - large, -large, large, large], -large)).toThrow(DistillError);
  });

  it.each(["argmax", "softmax", "identity"] as const)("are thresholds, not %s", (activation) => {
    const network = networkOf([1], [1], [layer([{ bias: 0, entries: [] }], 1, activation)]);
    expect(() => exact(network)).toThrow(DistillError);
  });

  it("have the sign of the weights in the network, on all bits", () => {
    let nTies = 0;
    const weight = fc.constantFrom(0.1, 0.2, 0.4, -0.1, -0.2, 0.5, -0.5, 1, -1, 3);
    const weights = fc.array(weight, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(weights, fc.constantFrom(0, 0.1, -0.2, 0.5, -1), (values, bias) => {
        let integers: readonly number[];
        try {
          integers = integersOf(values, bias);
        } catch {
          return;
        }
        for (let row = 0; row < 8; row++) {
          const x = [row & 1, (row >> 1) & 1, row >> 2];
          const terms = values.map((value, k) => multiply(dyadic(value), dyadic(x[k]!)));
          const side = signOf(terms.reduce(add, dyadic(bias)));
          const sum = x.reduce((total, bit, k) => total + BigInt(integers[k]! * bit), 0n);
          const whole = sum + BigInt(integers.at(-1)!);
          expect(whole > 0n ? 1 : whole < 0n ? -1 : 0).toBe(side);
          if (side === 0) nTies += 1;
        }
      }),
      { seed: 1, numRuns: 200 },
    );
    expect(nTies).toBeGreaterThan(10);
  });
});
