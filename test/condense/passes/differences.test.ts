import { expect, test } from "vitest";
import { sayDifferences } from "../../../src/condense/passes/differences.ts";
import { printPython } from "../../../src/emit/python.ts";
import {
  add,
  all,
  and,
  any,
  bit,
  block,
  compare,
  element,
  integer,
  multiply,
  not,
  or,
  range,
  size,
  subtract,
  sum,
  truth,
  variable,
} from "../../../src/program/build.ts";
import { evaluate } from "../../../src/program/evaluate.ts";
import type { Expression, Program } from "../../../src/program/program.ts";

const over = (name: string) => [range(name, integer(0), size("n"))];
/** At a place, the one bit is 1 and the other 0. */
const only = (one: string, other: string, at: string): Expression =>
  truth(and(element(one, variable(at)), not(element(other, variable(at)))));
const count = (one: string, other: string, at: string) => sum(over(at), bit(only(one, other, at)));
const some = (one: string, other: string, at: string) => any(over(at), only(one, other, at));

const programOf = (result: Expression): Program => ({
  name: "f",
  inputs: ["a", "b"].map((name) => ({ name, shape: ["n"], domain: { kind: "binary" } })),
  body: block([], result),
});

const counts = add(count("a", "b", "loop 1"), count("b", "a", "loop 2"));

/** At a place, both bits have a value, or at least one has. */
const both = (value: 0 | 1, at: string): Expression => {
  const bits = ["a", "b"].map((name) => element(name, variable(at)));
  return truth(and(...(value === 1 ? bits : bits.map(not))));
};
const either = (at: string): Expression =>
  truth(or(element("a", variable(at)), element("b", variable(at))));
const equals = add(
  sum(over("loop 1"), bit(both(1, "loop 1"))),
  sum(over("loop 2"), bit(both(0, "loop 2"))),
);

const cases: readonly (readonly [Expression, string])[] = [
  [counts, "sum(p ^ q for p, q in zip(a, b))"],
  [compare(counts, ">=", integer(2)), "int(sum(p ^ q for p, q in zip(a, b)) >= 2)"],
  [compare(counts, "<=", integer(0)), "int(a == b)"],
  [or(some("a", "b", "loop 1"), some("b", "a", "loop 2")), "int(a != b)"],
  [and(not(some("a", "b", "loop 1")), not(some("b", "a", "loop 2"))), "int(a == b)"],
  [
    and(all(over("loop 1"), either("loop 1")), not(any(over("loop 2"), both(1, "loop 2")))),
    "int(all(p != q for p, q in zip(a, b)))",
  ],
  [
    or(any(over("loop 1"), both(1, "loop 1")), not(all(over("loop 2"), either("loop 2")))),
    "int(any(p == q for p, q in zip(a, b)))",
  ],
  [equals, "sum(p == q for p, q in zip(a, b))"],
  [
    or(some("a", "b", "loop 1"), some("a", "b", "loop 2")),
    "int(any(p > q for p, q in zip(a, b)) or any(p > q for p, q in zip(a, b)))",
  ],
];

const larger = (one: string, other: string, at: string): Expression =>
  compare(element(one, variable(at)), ">", element(other, variable(at)));
const notLarger = (one: string, other: string, at: string): Expression =>
  not(larger(one, other, at));
const times = (condition: Expression, at: string): Expression => sum(over(at), bit(condition));

/** Of three places each. */
const orders: readonly (readonly [Expression, string])[] = [
  [
    add(times(larger("a", "b", "loop 1"), "loop 1"), times(larger("b", "a", "loop 2"), "loop 2")),
    "sum(p != q for p, q in zip(a, b))",
  ],
  [
    subtract(
      times(notLarger("b", "a", "loop 1"), "loop 1"),
      times(larger("a", "b", "loop 2"), "loop 2"),
    ),
    "sum(p == q for p, q in zip(a, b))",
  ],
  [
    subtract(
      subtract(integer(3), times(larger("a", "b", "loop 1"), "loop 1")),
      times(larger("b", "a", "loop 2"), "loop 2"),
    ),
    "sum(p == q for p, q in zip(a, b))",
  ],
  [subtract(integer(3), counts), "sum(p == q for p, q in zip(a, b))"],
  [subtract(integer(4), counts), "4 - sum(p ^ q for p, q in zip(a, b))"],
  [add(multiply(integer(2), counts), integer(-6)), "2 * sum(p ^ q for p, q in zip(a, b)) - 6"],
];

const THREE = new Map([["n", 3]]);

test("values that differ, or are equal, are counted at once", () => {
  for (const [expression, text] of orders) {
    const printed = printPython(sayDifferences(programOf(expression), THREE));
    expect(printed).toContain(`return ${text}\n`);
  }
});

test("bits that differ, or are equal, either way are counted, or looked for, at once", () => {
  for (const [expression, text] of cases) {
    const printed = printPython(sayDifferences(programOf(expression)));
    expect(printed.slice(printed.indexOf("return ", printed.indexOf("raise"))).trim()).toBe(
      `return ${text}`,
    );
  }
});

test("the value stays", () => {
  for (const [expression] of [...cases, ...orders]) {
    const program = programOf(expression);
    const said = sayDifferences(program, THREE);
    for (let case_ = 0; case_ < 64; case_++) {
      const bits = Array.from({ length: 6 }, (_, k) => (case_ >> k) & 1);
      const inputs = [bits.slice(0, 3), bits.slice(3)].map((row) => ({
        shape: [3],
        data: Float64Array.from(row),
      }));
      expect(evaluate(said, inputs)).toEqual(evaluate(program, inputs));
    }
  }
});
