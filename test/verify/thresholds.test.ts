import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import { predict } from "../../src/enn/predict.ts";
import { rowOf, sparseMatrix } from "../../src/enn/sparse-matrix.ts";
import type { Domain } from "../../src/math/domain.ts";
import {
  add,
  bit,
  block,
  choose,
  compare,
  define,
  divide,
  element,
  integer,
  list,
  max,
  min,
  modulo,
  multiply,
  range,
  size,
  subtract,
  sum,
  table,
  variable,
} from "../../src/program/build.ts";
import type { Expression } from "../../src/program/program.ts";
import { proveByThresholds } from "../../src/verify/by-thresholds.ts";
import { verify } from "../../src/verify/verify.ts";
import { layer } from "./pairs.ts";
import {
  cell,
  digits,
  integerProgram,
  type Reading,
  type Sum,
  thermometer,
} from "./thermometers.ts";

const [i, j, n, zero, one] = [variable("i"), variable("j"), size("n"), integer(0), integer(1)];
const all = [range("i", zero, n)];
const x = (index: Expression): Expression => element("x", index);
const same = (value: number): number => value;

const cells = (count: number, length: number): Sum[] =>
  Array.from({ length: count }, (_, k) => cell(k, length));

const extreme = (kind: "max" | "min", length: number, valueAt = same): Reading => ({
  kind,
  sums: cells(length, length),
  valueAt,
});

const before = { max: max, min: min };

/** The extremes of all that stands up to a place. */
function running(kind: "max" | "min", length: number) {
  const readings = Array.from({ length }, (_, k) => ({
    kind,
    sums: cells(k + 1, length),
    valueAt: same,
  }));
  const known = before[kind]([range("j", zero, add(i, one))], x(j));
  return {
    network: thermometer(digits, readings, [length]),
    program: integerProgram(digits, ["n"], table(all, block([], known))),
  };
}

const nested = (count: number): string =>
  `nested thresholds for ${count} output${count === 1 ? "" : "s"}`;

describe("tables over one extreme", () => {
  test.each([
    ["max", 8],
    ["min", 8],
    ["max", 12],
    ["min", 12],
  ] as const)("the running %s of %i digits", (kind, length) => {
    const { network, program } = running(kind, length);
    expect(verify(network, program)).toEqual({
      kind: "equivalent",
      domain: `all inputs x of ${length} integers from 0 to 9`,
      methods: [`expansion at n = ${length}`, nested(length), "16 inputs run"],
    });
  });

  const largest = max(all, x(i));
  const cases: readonly (readonly [string, (value: number) => number, Expression])[] = [
    ["the largest", same, largest],
    ["its remainder by 3", (value) => value % 3, modulo(largest, integer(3))],
    ["its third", (value) => Math.floor(value / 3), divide(largest, integer(3))],
    ["two less", (value) => value - 2, subtract(largest, integer(2))],
    ["its distance from 4", (value) => Math.abs(value - 4), distance(largest, integer(4))],
    ["is it 5 or more?", (value) => (value >= 5 ? 1 : 0), bit(compare(largest, ">=", integer(5)))],
    ["is it 5?", (value) => (value === 5 ? 1 : 0), bit(compare(largest, "==", integer(5)))],
    ["its square", (value) => value * value, multiply(largest, largest)],
  ];

  test.each(cases)("%s of 12", (_, valueAt, result) => {
    const network = thermometer(digits, [extreme("max", 12, valueAt)]);
    const verdict = verify(network, integerProgram(digits, ["n"], result));
    expect(verdict).toMatchObject({ kind: "equivalent" });
  });

  test.each(cases)("%s, but of the smallest, is another number", (_, valueAt, result) => {
    const network = thermometer(digits, [extreme("min", 12, valueAt)]);
    expect(verify(network, integerProgram(digits, ["n"], result)).kind).toBe("different");
  });

  test("of windows on a ring, and of pairs", () => {
    const length = 9;
    const around = (count: number): Reading[] =>
      Array.from({ length }, (_, k) => ({
        kind: "min",
        sums: Array.from({ length: count }, (_, by) => cell((k + by) % length, length)),
        valueAt: same,
      }));
    const window = (count: number): Expression =>
      table(all, block([], min([range("j", zero, integer(count))], x(modulo(add(i, j), n)))));
    for (const count of [2, 3, 5]) {
      const network = thermometer(digits, around(count), [length]);
      const program = integerProgram(digits, ["n"], window(count));
      expect(verify(network, program)).toMatchObject({ kind: "equivalent" });
      const wider = integerProgram(digits, ["n"], window(count + 1));
      expect(verify(network, wider).kind).toBe("different");
    }
  });

  test("of sums, of which one is never the only largest one", () => {
    const weights = [
      [1, 2, 0],
      [1, 0, 0],
      [0, 1, 3],
    ];
    const sums = weights.map((each) => ({ weights: each, constant: 1 }));
    const network = thermometer(digits, [
      { kind: "max", sums: [sums[0]!, sums[2]!], valueAt: same },
    ]);
    const said = weights.map((each) =>
      add(one, ...each.map((weight, k) => multiply(integer(weight), x(integer(k))))),
    );
    const program = integerProgram(
      digits,
      [3],
      max([range("i", zero, integer(3))], element("s", i)),
      [define("s", list(said))],
    );
    expect(verify(network, program).kind).toBe("equivalent");
  });
});

describe("tables over one sum", () => {
  const total = sum(all, x(i));
  const sums = [{ weights: new Array(10).fill(1), constant: 0 }];

  test.each<readonly [string, (value: number) => number, Expression]>([
    ["a remainder", (value) => value % 7, modulo(total, integer(7))],
    ["a quotient", (value) => Math.floor(value / 4), divide(total, integer(4))],
    ["a distance", (value) => Math.abs(value - 40), distance(total, integer(40))],
    [
      "a cap",
      (value) => Math.min(value, 30),
      choose(compare(total, ">", integer(30)), integer(30), total),
    ],
    [
      "a choice",
      (value) => (value > 30 ? value - 30 : 2 * value),
      choose(compare(total, ">", integer(30)), subtract(total, integer(30)), add(total, total)),
    ],
  ])("%s", (_, valueAt, result) => {
    const network = thermometer(digits, [{ kind: "max", sums, valueAt }]);
    expect(verify(network, integerProgram(digits, ["n"], result))).toMatchObject({
      kind: "equivalent",
      methods: ["expansion at n = 10", nested(1), "16 inputs run"],
    });
    const other = verify(network, integerProgram(digits, ["n"], add(result, one)));
    expect(other.kind).toBe("different");
  });
});

describe("a difference that hardly any input shows", () => {
  /** The network without the unit of the first layer that is given. */
  function without(network: Network, row: number): Network {
    const { weights } = network.layers[1]!;
    const rows = Array.from({ length: weights.nRows }, (_, r) =>
      rowOf(weights, r).filter(({ column }) => column !== row),
    );
    const second = { ...network.layers[1]!, weights: sparseMatrix(rows, weights.nColumns) };
    return { ...network, layers: network.layers.with(1, second) };
  }

  test("one sum of two is never seen to be 63", () => {
    const halves = [0, 1].map(
      (half): Sum => ({
        weights: Array.from({ length: 14 }, (_, k) => (k % 2 === half ? 1 : 0)),
        constant: 0,
      }),
    );
    const network = thermometer(digits, [{ kind: "max", sums: halves, valueAt: same }]);
    const parts = [0, 1].map((half) =>
      sum([range("j", zero, integer(7))], x(add(multiply(integer(2), j), integer(half)))),
    );
    const program = integerProgram(
      digits,
      [14],
      max([range("i", zero, integer(2))], element("s", i)),
      [define("s", list(parts))],
    );
    expect(verify(network, program).kind).toBe("equivalent");
    const other = without(network, 2 * 62);
    const verdict = verify(other, program);
    if (verdict.kind !== "different") throw new Error(`it is ${verdict.kind}`);
    const shown = Float64Array.from(verdict.counterexample.inputs.x as number[]);
    expect(predict(other, shown)).not.toEqual(predict(network, shown));
  });
});

function distance(a: Expression, b: Expression): Expression {
  return choose(compare(a, ">=", b), subtract(a, b), subtract(b, a));
}

describe("numbers whose sums a double may not hold", () => {
  const huge = 2 ** 53 - 1;
  const two: Domain = { kind: "integer", low: 0, high: 1 };

  /** One unit that adds weighted cells of 0 and 1. */
  function adding(weights: readonly number[], bias: number): Network {
    const entries = weights.map((value, column) => ({ column, value }));
    return {
      kind: "feedforward",
      inputs: [{ name: "x", shape: [weights.length], domain: two }],
      layers: [layer([{ bias, entries }], weights.length, "identity")],
      output: { name: "y", shape: [], labels: { kind: "raw" } },
    };
  }

  test("are left to others", () => {
    // 3 * huge rounds to an even number: what is left of it would be 2, not 3.
    const term = multiply(integer(3), integer(huge));
    const result = add(x(zero), subtract(term, multiply(integer(3), integer(huge - 1))));
    const [right, wrong] = [3, 4].map((bias) => adding([1], bias));
    const program = integerProgram(two, [1], result);
    expect(proveByThresholds(right!, program, [0]).proved).toEqual(new Set());
    expect(proveByThresholds(wrong!, program, [0]).proved).toEqual(new Set());
    expect(verify(right!, program).kind).toBe("equivalent");
    expect(verify(wrong!, program).kind).toBe("different");
  });

  test("are taken while they are small", () => {
    const program = integerProgram(two, [1], add(integer(2 ** 49), x(zero)));
    expect(proveByThresholds(adding([1], 2 ** 49), program, [0]).proved).toEqual(new Set([0]));
    expect(proveByThresholds(adding([1], 2 ** 49 + 1), program, [0]).proved).toEqual(new Set());
  });
});
