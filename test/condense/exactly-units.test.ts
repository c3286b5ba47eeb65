import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactly } from "../../src/condense/1-exact.ts";
import type { ExactUnit } from "../../src/condense/exact/exact-network.ts";
import { type Values, valuesOf } from "../../src/condense/exact/values.ts";
import { binary, type Domain } from "../../src/math/domain.ts";
import { add, compare, type Dyadic, dyadic, multiply, signOf } from "../../src/math/dyadic.ts";
import { layer, networkOf } from "../verify/pairs.ts";

interface Given {
  readonly weights: readonly number[];
  readonly bias: number;
  readonly domain: Domain;
  readonly activation: "sign" | "step";
}

interface Simplified {
  readonly unit: ExactUnit;
  readonly snapped: number;
}

function simplified({ weights, bias, domain, activation }: Given): Simplified {
  const entries = weights.map((value, column) => ({ column, value }));
  const network = networkOf(
    [weights.length],
    [],
    [layer([{ bias, entries }], weights.length, activation)],
  );
  const { layers, snapped } = exactly({
    ...network,
    inputs: [{ ...network.inputs[0]!, domain }],
  });
  return { unit: layers[0]![0]!, snapped };
}

/** Weights and bias of a sign on bits. */
function numbersOf(weights: readonly number[], bias: number, domain: Domain = binary): number[] {
  const { unit } = simplified({ weights, bias, domain, activation: "sign" });
  return [...unit.weights, unit.bias];
}

const sign: Domain = { kind: "sign" };
const real: Domain = { kind: "real" };
const digits: Domain = { kind: "integer", low: -1, high: 4 };

describe("a sign or step in small numbers", () => {
  it("has coprime weights, and half a unit to either side where it never ties", () => {
    expect(numbersOf([2, 2], -4)).toEqual([1, 1, -2]);
    expect(numbersOf([3, 3], -4)).toEqual([2, 2, -3]);
    expect(numbersOf([1, 1, 1], -2.9)).toEqual([2, 2, 2, -5]);
    expect(numbersOf([2, -1], 0.25)).toEqual([4, -2, 1]);
    // Of three values in -1, 1 the sum is odd, and 0 is half a unit from -1 and from 1.
    const odd = { weights: [1, 1, 1], bias: 0, domain: binary, activation: "sign" } as const;
    expect(simplified(odd).unit.weights).toEqual([1, 1, 1]);
  });

  it("never ties as a step: 0 and below are the same", () => {
    const step = { weights: [1, 1], bias: -1, domain: binary, activation: "step" } as const;
    expect(simplified(step).unit).toEqual({
      columns: [0, 1],
      weights: [2, 2],
      bias: -3,
      isInteger: true,
      activation: "step",
      values: { kind: "integers", low: 0, high: 1, step: 1 },
    });
    expect(simplified({ ...step, bias: -1.5 })).toEqual(simplified(step));
  });

  it("takes decimals for the integers that they mean, and counts where that makes a tie", () => {
    const decimal = { weights: [0.1, 0.2, -0.3], bias: 0, domain: binary } as const;
    expect(numbersOf([0.1, 0.2, -0.3], 0)).toEqual([1, 2, -3, 0]);
    expect(simplified({ ...decimal, activation: "sign" }).snapped).toBe(1);
    expect(simplified({ ...decimal, bias: -0.25, activation: "sign" }).snapped).toBe(0);
    expect(numbersOf([1 / 3, 2 / 3], -1)).toEqual([1, 2, -3]);
    expect(numbersOf([0.1, 0.1, 0.1], -0.3)).toEqual([1, 1, 1, -3]);
  });

  it("keeps a side that is no noise", () => {
    // 28 * 1.371672 is 0.000031 below 38.406847, so where 27 : 756 ties these do not.
    const weights = [...new Array(28).fill(0.050803), ...new Array(756).fill(-1.371672)];
    const { unit, snapped } = simplified({
      weights,
      bias: -38.406847,
      domain: sign,
      activation: "sign",
    });
    expect([unit.weights[0], unit.weights.at(-1), unit.bias]).toEqual([2, -54, -1513]);
    expect(unit.values).toEqual({ kind: "integers", low: -1, high: 1, step: 2 });
    expect(snapped).toBe(0);
  });

  it("finds small integers for numbers without a ratio, where all sums are few", () => {
    expect(numbersOf([Math.PI, Math.E, Math.SQRT2], -3)).toEqual([8, 6, 4, -7]);
    expect(numbersOf([1e300, 1e-300], 0)).toEqual([1, 1, 0]);
    expect(numbersOf([2 ** -1074, 2 ** -1060], -(2 ** -1073))).toEqual([1, 16384, -2]);
  });

  it("keeps the doubles where none are found", () => {
    const given = { weights: [0.3, 0.7], bias: 0.1, domain: real, activation: "sign" } as const;
    expect(simplified(given).unit).toMatchObject({
      weights: [0.3, 0.7],
      bias: 0.1,
      isInteger: false,
    });
    const many = Array.from({ length: 40 }, (_, k) => Math.sqrt(k + 2));
    const { unit } = simplified({ weights: many, bias: -50, domain: binary, activation: "step" });
    expect(unit).toMatchObject({ weights: many, bias: -50, isInteger: false });
  });

  it("takes common factors only out of sums of reals", () => {
    expect(numbersOf([0.1, -0.1], 0, real)).toEqual([1, -1, 0]);
    expect(numbersOf([6, -9], 3, real)).toEqual([2, -3, 1]);
    expect(numbersOf([0.1, 0.3], 0, real)).toEqual([0.1, 0.3, 0]);
  });

  it("reads nothing where it has one value only", () => {
    expect(numbersOf([1, 1], -3)).toEqual([-1]);
    expect(numbersOf([1, -1], 1.5)).toEqual([1]);
    expect(numbersOf([], 0)).toEqual([0]);
    expect(numbersOf([], -7)).toEqual([-1]);
  });

  it("tells a tie that is never reached", () => {
    const unit = (weights: number[], bias: number) =>
      simplified({ weights, bias, domain: binary, activation: "sign" }).unit.values;
    expect(unit([2, 3], -4)).toEqual({ kind: "integers", low: -1, high: 1, step: 2 });
    expect(unit([2, 3], -5)).toEqual({ kind: "integers", low: -1, high: 0, step: 1 });
    expect(unit([2, 3], 0)).toEqual({ kind: "integers", low: 0, high: 1, step: 1 });
  });
});

function members(values: Values): number[] {
  if (values.kind === "reals") throw new Error("expected integers");
  const found: number[] = [];
  for (let value = values.low; value <= values.high; value += values.step) found.push(value);
  return found;
}

function inputsOf(count: number, domain: Domain): number[][] {
  let found: number[][] = [[]];
  for (let k = 0; k < count; k++) {
    found = found.flatMap((x) => members(valuesOf(domain)).map((value) => [...x, value]));
  }
  return found;
}

function sumOf(weights: readonly number[], bias: number, x: readonly number[]): Dyadic {
  const terms = weights.map((weight, k) => multiply(dyadic(weight), dyadic(x[k]!)));
  return terms.reduce(add, dyadic(bias));
}

function activate(sum: Dyadic, activation: "sign" | "step"): number {
  return activation === "sign" ? signOf(sum) : Math.max(0, signOf(sum));
}

/** Compares a unit with what was given, on all inputs; gives back on how many they differ. */
function differences(given: Given): number {
  const { unit, snapped } = simplified(given);
  const { weights, bias, domain, activation } = given;
  const total = weights.map((weight) => dyadic(Math.abs(weight))).reduce(add, dyadic(0));
  const seen = new Set<number>();
  let nDifferent = 0;
  for (const x of inputsOf(weights.length, domain)) {
    const exact = sumOf(weights, bias, x);
    const own = sumOf(
      unit.weights,
      unit.bias,
      unit.columns.map((column) => x[column]!),
    );
    const value = activate(own, activation);
    seen.add(value);
    if (value === activate(exact, activation)) continue;
    nDifferent += 1;
    const size = signOf(exact) < 0 ? multiply(exact, dyadic(-1)) : exact;
    expect(compare(multiply(size, dyadic(1e9)), total)).toBeLessThan(0);
  }
  expect(snapped).toBe(nDifferent > 0 ? 1 : 0);
  const known = members(unit.values);
  // Of doubles it is not always told whether they tie.
  if (unit.isInteger) expect([...seen].sort((a, b) => a - b)).toEqual(known);
  else expect([...seen].every((value) => known.includes(value))).toBe(true);
  return nDifferent;
}

const domain = fc.constantFrom<Domain>(binary, sign, digits, {
  kind: "integer",
  low: 3,
  high: 4,
});
const activation = fc.constantFrom("sign" as const, "step" as const);
const integer = fc.integer({ min: -6, max: 6 }).filter((weight) => weight !== 0);
const double = fc.integer().map((angle) => Math.sin(angle) || 1);
const few = (weight: fc.Arbitrary<number>) => fc.array(weight, { maxLength: 4 });
const bias = fc.integer({ min: -16, max: 16 }).map((twice) => twice / 2);

const exactGiven = fc.record({ weights: few(integer), bias, domain, activation });

function scaled(given: Given, factor: number): Given {
  return {
    ...given,
    weights: given.weights.map((weight) => weight * factor),
    bias: given.bias * factor,
  };
}

describe("random units", () => {
  it("of integers keep every value", () => {
    fc.assert(
      fc.property(exactGiven, (given) => {
        expect(differences(given)).toBe(0);
        expect(simplified(given).unit.isInteger).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("of decimals differ for noise only, and say so", () => {
    let nSnapped = 0;
    const tenths = fc.integer({ min: -9, max: 9 }).map((weight) => (weight || 1) / 10);
    const some = fc.record({ weights: few(tenths), bias: tenths, domain, activation });
    fc.assert(
      fc.property(some, (given) => {
        if (differences(given) > 0) nSnapped += 1;
      }),
      { seed: 2, numRuns: 300 },
    );
    expect(nSnapped).toBeGreaterThan(10);
  });

  it("of any doubles keep every value", () => {
    let nIntegers = 0;
    const some = fc.record({ weights: few(double), bias: double, domain, activation });
    fc.assert(
      fc.property(some, (given) => {
        differences(given);
        if (simplified(given).unit.isInteger) nIntegers += 1;
      }),
      { seed: 3, numRuns: 200 },
    );
    expect(nIntegers).toBeGreaterThan(100);
  });

  it("of published decimals, near integers but no noise, keep every value", () => {
    const rough = fc
      .tuple(integer, fc.integer({ min: -50, max: 50 }))
      .map(([whole, millionths]) => (whole * 50803 + millionths) / 1e6);
    const some = fc.record({ weights: few(rough), bias: rough, domain, activation });
    fc.assert(
      fc.property(some, (given) => {
        differences(given);
        expect(simplified(given).unit.isInteger).toBe(true);
      }),
      { seed: 4, numRuns: 200 },
    );
  });

  it("are the same at every positive scale", () => {
    const factor = fc.constantFrom(2 ** -30, 0.5, 4, 3, 7, 10, 0.1, 0.01, 1 / 3, 1 / 7, 1e6);
    fc.assert(
      fc.property(exactGiven, factor, (given, by) => {
        expect(simplified(scaled(given, by)).unit).toEqual(simplified(given).unit);
        differences(scaled(given, by));
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("are the same in every order of their inputs", () => {
    const some = fc.record({
      weights: few(fc.oneof(integer, double)),
      bias,
      domain,
      activation,
    });
    fc.assert(
      fc.property(some, (given) => {
        const { unit, snapped } = simplified(given);
        const last = given.weights.length - 1;
        const mirrored = simplified({ ...given, weights: [...given.weights].reverse() });
        expect(mirrored.snapped).toBe(snapped);
        expect(mirrored.unit).toEqual({
          ...unit,
          columns: unit.columns.map((column) => last - column).reverse(),
          weights: [...unit.weights].reverse(),
        });
      }),
      { seed: 6, numRuns: 200 },
    );
  });
});
