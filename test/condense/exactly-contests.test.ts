import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exactly } from "../../src/condense/1-exact.ts";
import type { ExactNetwork } from "../../src/condense/exact/exact-network.ts";
import type { Network } from "../../src/enn/network.ts";
import { binary, type Domain } from "../../src/math/domain.ts";
import { add, compare, type Dyadic, dyadic, multiply } from "../../src/math/dyadic.ts";
import { layer, networkOf } from "../verify/pairs.ts";

interface Unit {
  readonly weights: readonly number[];
  readonly bias: number;
}

const entriesOf = (weights: readonly number[]) =>
  weights.map((value, column) => ({ column, value })).filter(({ value }) => value !== 0);

function contest(units: readonly Unit[], domain: Domain = binary, nGroups = 1): Network {
  const nInputs = units[0]!.weights.length;
  const neurons = units.map(({ weights, bias }) => ({ bias, entries: entriesOf(weights) }));
  const network = networkOf([nInputs], nGroups === 1 ? [] : [nGroups], [
    layer(neurons, nInputs, "argmax"),
  ]);
  return { ...network, inputs: [{ ...network.inputs[0]!, domain }] };
}

/** Rows of columns, weights and bias. */
function numbersOf({ layers }: ExactNetwork): unknown[] {
  return layers.at(-1)!.map(({ columns, weights, bias }) => [columns, weights, bias]);
}

const sign: Domain = { kind: "sign" };

describe("sums of which the largest wins, in small numbers", () => {
  it("have one scale for a group, and the smallest bias is 0", () => {
    const exact = exactly(
      contest([
        { weights: [0.5, -0.5], bias: 1 },
        { weights: [-1, 0], bias: 2.5 },
      ]),
    );
    expect(numbersOf(exact)).toEqual([
      [[0, 1], [1, -1], 0],
      [[0], [-2], 3],
    ]);
    expect(exact.output.reading).toBe("argmax");
    expect(exact.layers[0]![1]!.values).toEqual({ kind: "integers", low: 1, high: 3, step: 2 });
    expect(exact.snapped).toBe(0);
  });

  it("have a scale of their own in every group", () => {
    const units = [
      { weights: [4, 0], bias: 0 },
      { weights: [0, 4], bias: 0 },
      { weights: [0.2, 0], bias: 0.2 },
      { weights: [0, 0.2], bias: 0.2 },
    ];
    const alike = [
      [[0], [1], 0],
      [[1], [1], 0],
    ];
    expect(numbersOf(exactly(contest(units, binary, 2)))).toEqual([...alike, ...alike]);
  });

  it("take decimals for the integers that they mean, and count where that makes a tie", () => {
    const exact = exactly(
      contest([
        { weights: [0.1, 0.2, 0], bias: 0 },
        { weights: [0, 0, 0.3], bias: 0 },
      ]),
    );
    expect(numbersOf(exact)).toEqual([
      [[0, 1], [1, 2], 0],
      [[2], [3], 0],
    ]);
    expect(exact.snapped).toBe(1);
  });

  it("find integers in which the same wins, where the ratio has none", () => {
    const [much, little] = [5, 1.14878];
    const units = [much, -much, little, -little];
    const exact = exactly(
      contest(
        [
          { weights: units, bias: 0 },
          { weights: units.map((weight) => -weight), bias: 0 },
        ],
        sign,
      ),
    );
    expect(exact.layers[0]![0]!.weights).toEqual([3, -3, 1, -1]);
    expect(exact.layers[0]![1]!.weights).toEqual([-3, 3, -1, 1]);
    expect(exact.snapped).toBe(0);
  });

  it("keep the doubles of reals, but for a common factor", () => {
    const real: Domain = { kind: "real" };
    const plain = [
      { weights: [0.1, 0], bias: 0 },
      { weights: [0, 0.1], bias: 0 },
    ];
    expect(numbersOf(exactly(contest(plain, real)))).toEqual([
      [[0], [1], 0],
      [[1], [1], 0],
    ]);
    const fine = [
      { weights: [0.1, 0.3], bias: 0 },
      { weights: [0, 0.1], bias: 0.7 },
    ];
    expect(exactly(contest(fine, real)).layers[0]![0]).toMatchObject({
      weights: [0.1, 0.3],
      isInteger: false,
      values: { kind: "reals" },
    });
  });
});

function sumsOf(units: readonly Unit[], x: readonly number[]): Dyadic[] {
  return units.map(({ weights, bias }) =>
    weights.map((weight, k) => multiply(dyadic(weight), dyadic(x[k]!))).reduce(add, dyadic(bias)),
  );
}

function exactSums({ layers }: ExactNetwork, x: readonly number[]): number[] {
  return layers[0]!.map(({ columns, weights, bias }) =>
    columns.reduce((sum, column, k) => sum + weights[k]! * x[column]!, bias),
  );
}

function inputsOf(count: number, values: readonly number[]): number[][] {
  let found: number[][] = [[]];
  for (let k = 0; k < count; k++)
    found = found.flatMap((x) => values.map((value) => [...x, value]));
  return found;
}

/** On how many inputs two units compare differently; there, their sums differ by noise only. */
function differences(units: readonly Unit[], domain: Domain): number {
  const exact = exactly(contest(units, domain));
  if (!exact.layers[0]![0]!.isInteger) return 0;
  const total = units
    .flatMap(({ weights }) => weights.map((weight) => dyadic(Math.abs(weight))))
    .reduce(add, dyadic(0));
  let nDifferent = 0;
  for (const x of inputsOf(
    units[0]!.weights.length,
    domain.kind === "sign" ? [-1, 0, 1] : [0, 1],
  )) {
    const [given, own] = [sumsOf(units, x), exactSums(exact, x)];
    given.forEach((left, i) => {
      given.slice(0, i).forEach((right, j) => {
        if (Math.sign(compare(left, right)) === Math.sign(own[i]! - own[j]!)) return;
        nDifferent += 1;
        const difference = add(left, multiply(right, dyadic(-1)));
        const size = compare(left, right) < 0 ? multiply(difference, dyadic(-1)) : difference;
        expect(own[i]).toBe(own[j]);
        expect(compare(multiply(size, dyadic(1e9)), total)).toBeLessThan(0);
      });
    });
  }
  expect(exact.snapped > 0).toBe(nDifferent > 0);
  return nDifferent;
}

const integer = fc.integer({ min: -4, max: 4 });
const domain = fc.constantFrom(binary, sign);

const unitsOf = (number: fc.Arbitrary<number>) =>
  fc.integer({ min: 1, max: 4 }).chain((nInputs) =>
    fc.array(
      fc.record({
        weights: fc.array(number, { minLength: nInputs, maxLength: nInputs }),
        bias: number,
      }),
      { minLength: 1, maxLength: 4 },
    ),
  );

function scaled(units: readonly Unit[], factor: number): Unit[] {
  return units.map(({ weights, bias }) => ({
    weights: weights.map((weight) => weight * factor),
    bias: bias * factor,
  }));
}

describe("random contests", () => {
  it("of integers keep every winner and every tie, at every scale", () => {
    const factor = fc.constantFrom(0.5, 8, 3, 10, 0.1, 0.01, 1 / 3, 1 / 7);
    fc.assert(
      fc.property(unitsOf(integer), domain, factor, (units, on, by) => {
        expect(differences(units, on)).toBe(0);
        differences(scaled(units, by), on);
        const { layers } = exactly(contest(scaled(units, by), on));
        expect(layers).toEqual(exactly(contest(units, on)).layers);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("of any doubles keep every winner", () => {
    let nIntegers = 0;
    const number = fc.oneof(
      fc.constantFrom(0, 0.3, -0.7, 1.1),
      fc.integer({ min: 1, max: 9999 }).map(Math.sin),
    );
    fc.assert(
      fc.property(unitsOf(number), domain, (units, on) => {
        differences(units, on);
        if (exactly(contest(units, on)).layers[0]![0]!.isInteger) nIntegers += 1;
      }),
      { seed: 2, numRuns: 150 },
    );
    expect(nIntegers).toBeGreaterThan(75);
  });
});
