import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Network } from "../../src/enn/network.ts";
import type { Domain } from "../../src/math/domain.ts";
import {
  add,
  all,
  any,
  argmax,
  argmin,
  bit,
  choose,
  compare,
  divide,
  element,
  integer,
  max,
  member,
  min,
  modulo,
  multiply,
  not,
  power,
  range,
  sign,
  subtract,
  sum,
  variable,
  xor,
} from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import { evaluate } from "../../src/program/evaluate.ts";
import type { Comparison, Expression, Program } from "../../src/program/program.ts";
import { networkOf } from "../../src/tasks/neuron.ts";
import { verify } from "../../src/verify/verify.ts";
import { programOver } from "./large-pairs.ts";

const nCells = 3;
const x = (k: number): Expression => element("x", integer(k));
const here = element("x", variable("i"));
const over = range("i", integer(0), integer(nCells));
const comparison = fc.constantFrom<Comparison>("<", "<=", "==", "!=", ">=", ">");

const { integers } = fc.letrec<{ truths: Expression; integers: Expression }>((tie) => ({
  truths: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.tuple(tie("integers"), comparison, tie("integers")).map(([a, op, b]) => compare(a, op, b)),
    tie("integers").map((value) => member(value, [-2, 0, 1, 3])),
    fc.tuple(tie("truths"), tie("truths")).map(([a, b]) => ({ kind: "and", operands: [a, b] })),
    fc.tuple(tie("truths"), tie("truths")).map(([a, b]) => ({ kind: "or", operands: [a, b] })),
    fc.tuple(tie("truths"), tie("truths")).map(([a, b]) => xor(a, b)),
    tie("truths").map(not),
    fc.tuple(comparison, tie("integers")).map(([op, b]) => any([over], compare(here, op, b))),
    fc.tuple(comparison, tie("integers")).map(([op, b]) => all([over], compare(here, op, b))),
  ) as fc.Arbitrary<Expression>,
  integers: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.nat(nCells - 1).map(x),
    fc.nat(nCells - 1).map(x),
    fc.integer({ min: -3, max: 3 }).map(integer),
    fc.array(tie("integers"), { minLength: 1, maxLength: 3 }).map((terms) => add(...terms)),
    fc.tuple(tie("integers"), tie("integers")).map(([a, b]) => subtract(a, b)),
    fc.tuple(tie("integers"), tie("integers")).map(([a, b]) => multiply(a, b)),
    fc
      .tuple(tie("integers"), fc.integer({ min: 1, max: 3 }))
      .map(([a, b]) => modulo(a, integer(b))),
    fc
      .tuple(tie("integers"), fc.integer({ min: 1, max: 3 }))
      .map(([a, b]) => divide(a, integer(b))),
    tie("integers").map(sign),
    tie("truths").map(bit),
    fc.tuple(tie("truths"), tie("integers"), tie("integers")).map(([c, a, b]) => choose(c, a, b)),
    tie("integers").map((a) => sum([over], multiply(here, add(a, variable("i"))))),
    tie("integers").map((a) => max([over], subtract(here, multiply(a, variable("i"))))),
    tie("integers").map((a) => min([over], subtract(here, multiply(a, variable("i"))))),
    tie("integers").map((a) => argmax(over, multiply(here, a))),
    tie("integers").map((a) => argmin(over, multiply(here, a))),
    fc.constant(sum([over], multiply(power(2, variable("i")), here))),
  ) as fc.Arbitrary<Expression>,
}));

function valuesOf(domain: Domain): number[] {
  if (domain.kind === "integer") {
    return Array.from({ length: domain.high - domain.low + 1 }, (_, k) => domain.low + k);
  }
  return domain.kind === "sign" ? [-1, 0, 1] : [0, 1];
}

function pointsOf(domain: Domain): number[][] {
  return Array.from({ length: nCells }).reduce<number[][]>(
    (points) => points.flatMap((point) => valuesOf(domain).map((value) => [...point, value])),
    [[]],
  );
}

/** A network that looks its answer up: cells at least a value, then points, then the points' answers. */
function lookUp(domain: Domain, answers: readonly number[]): Network {
  const values = valuesOf(domain);
  const reached = Array.from({ length: nCells }, (_, column) =>
    values.map((value) => ({ bias: 1 - 2 * value, entries: [{ column, value: 2 }] })),
  );
  const points = pointsOf(domain).map((point) => ({
    bias: 1 - 2 * nCells,
    entries: point.flatMap((value, cell) => {
      const at = cell * values.length + values.indexOf(value);
      const isLast = value === values.at(-1);
      return [{ column: at, value: 2 }, ...(isLast ? [] : [{ column: at + 1, value: -2 }])];
    }),
  }));
  const answer = { bias: 0, entries: answers.map((value, column) => ({ column, value })) };
  return networkOf({
    inputs: [{ name: "x", shape: [nCells], domain }],
    layers: [
      { activation: "step", neurons: reached.flat() },
      { activation: "step", neurons: points },
      { activation: "identity", neurons: [answer] },
    ],
    shape: [],
  });
}

/** Undefined for a program that fails, or is ill-formed because it binds a name twice. */
function answersOf(program: Program, domain: Domain): number[] | undefined {
  try {
    check(program);
    return pointsOf(domain).map(
      (point) => evaluate(program, [{ shape: [nCells], data: Float64Array.from(point) }]) as number,
    );
  } catch {
    return undefined;
  }
}

const domains: readonly Domain[] = [
  { kind: "binary" },
  { kind: "sign" },
  { kind: "integer", low: -2, high: 1 },
  { kind: "integer", low: 1, high: 3 },
];

describe.each(domains)("programs of every kind over %o", (domain) => {
  test("are proved equal to their tables, and to no other one", () => {
    const tried = { equivalent: 0, different: 0, unproved: 0 };
    fc.assert(
      fc.property(integers, fc.nat(), (result, at) => {
        const program = programOver(domain, [nCells], result);
        const answers = answersOf(program, domain);
        if (answers === undefined) return;
        const right = verify(lookUp(domain, answers), program).kind;
        expect(right).not.toBe("different");
        tried[right] += 1;
        const place = at % answers.length;
        const wrong = answers.with(place, answers[place]! + 1);
        const other = verify(lookUp(domain, wrong), program).kind;
        expect(other).not.toBe("equivalent");
        tried[other] += 1;
      }),
      { seed: 3, numRuns: 250 },
    );
    expect(tried.equivalent).toBeGreaterThan(100);
    expect(tried.different).toBeGreaterThan(100);
    expect(tried.unproved).toBeLessThan(10);
  });
});
