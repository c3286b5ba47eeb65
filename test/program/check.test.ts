import { expect, test } from "vitest";
import {
  add,
  and,
  any,
  argmax,
  bit,
  block,
  choose,
  compare,
  define,
  element,
  integer,
  list,
  member,
  modulo,
  multiply,
  not,
  number,
  pad,
  power,
  range,
  sign,
  size,
  softmax,
  subtract,
  sum,
  table,
  truth,
  variable,
} from "../../src/program/build.ts";
import { check } from "../../src/program/check.ts";
import type { Expression, Let, ProgramInput } from "../../src/program/program.ts";
import { IllFormed } from "../../src/program/type.ts";
import { bits, life, rule30, upTo } from "../emit/examples.ts";

const n = size("n");
const isPositive = compare(variable("w"), ">", integer(0));
const inputs: readonly ProgramInput[] = [
  bits("x", "n"),
  bits("b"),
  { name: "w", shape: [], domain: { kind: "integer", low: -3, high: 3 } },
];

test("types of results", () => {
  expect(check(rule30)).toEqual({ kind: "array", rank: 1, of: "bit" });
  expect(check(life)).toEqual({ kind: "array", rank: 2, of: "bit" });
  expect(typeOf(variable("b"))).toEqual({ kind: "bit" });
  expect(typeOf(add(variable("b"), integer(1)))).toEqual({ kind: "integer" });
  expect(typeOf(isPositive)).toEqual({ kind: "truth" });
  expect(typeOf(choose(isPositive, integer(1), variable("w")))).toEqual({ kind: "integer" });
  expect(typeOf(list([variable("x"), variable("x")]))).toEqual({
    kind: "array",
    rank: 2,
    of: "bit",
  });
  expect(typeOf(pad("x", [1], [2]))).toEqual({ kind: "array", rank: 1, of: "bit" });
});

test("integers among reals are reals, and what is decided about them is an integer or a truth", () => {
  const half = number(0.5);
  expect(typeOf(half)).toEqual({ kind: "real" });
  expect(typeOf(add(half, variable("b")))).toEqual({ kind: "real" });
  expect(typeOf(sum([upTo("i", n)], half))).toEqual({ kind: "real" });
  expect(typeOf(choose(isPositive, integer(1), half))).toEqual({ kind: "real" });
  expect(typeOf(list([integer(1), half]))).toEqual({ kind: "array", rank: 1, of: "real" });
  expect(typeOf(sign(half))).toEqual({ kind: "integer" });
  expect(typeOf(compare(half, ">", integer(0)))).toEqual({ kind: "truth" });
  expect(typeOf(argmax(upTo("i", n), half))).toEqual({ kind: "integer" });
  expect(typeOf(any([upTo("i", n)], isPositive))).toEqual({ kind: "truth" });
  expect(typeOf(power(2, variable("w")))).toEqual({ kind: "integer" });
  expect(typeOf(softmax(list([half, half])))).toEqual({ kind: "array", rank: 1, of: "real" });
});

const illFormed: Readonly<Record<string, Expression>> = {
  "a name that is not bound": variable("z"),
  "a size that no input has": size("m"),
  "a variable outside its loop": add(sum([upTo("i", n)], variable("i")), variable("i")),
  "a variable bound twice": sum([upTo("b", n)], integer(1)),
  "a bound that is a real": sum([range("i", integer(0), number(1.5))], integer(1)),
  "a remainder of a real": modulo(number(1.5), integer(2)),
  "any of integers": any([upTo("i", n)], variable("i")),
  "softmax of a number": softmax(integer(1)),
  "a number that is not finite": { kind: "number", value: Number.NaN },
  "a bound that is a truth": sum([range("i", integer(0), isPositive)], integer(1)),
  "too many indices": element("x", integer(0), integer(0)),
  "an index into a scalar": element("b", integer(0)),
  "an index that is a truth": element("x", isPositive),
  "a sum of truths": sum([upTo("i", n)], isPositive),
  "an array in arithmetic": subtract(variable("x"), integer(1)),
  "a truth in arithmetic": multiply(isPositive, integer(2)),
  "a truth modulo": modulo(isPositive, integer(2)),
  "a truth compared": compare(isPositive, "==", integer(1)),
  "a truth as a member": member(isPositive, [1]),
  "logic on integers": and(variable("w"), variable("w")),
  "logic on bits and truths": and(variable("b"), isPositive),
  "logic on one operand": and(variable("b")),
  "not of an integer": not(variable("w")),
  "bit of a bit": bit(variable("b")),
  "truth of an integer": truth(variable("w")),
  "a condition that is a bit": choose(variable("b"), integer(1), integer(2)),
  "branches of two types": choose(isPositive, variable("x"), integer(2)),
  "a table of truths": table([upTo("i", n)], block([], isPositive)),
  "a table of arrays": table([upTo("i", n)], block([], variable("x"))),
  "an empty list": list([]),
  "a list of truths": list([isPositive]),
  "a list of arrays and scalars": list([variable("x"), integer(1)]),
  "padding along other axes": pad("x", [1, 1], [1, 1]),
  "padding of a scalar": pad("b", [], []),
};

for (const [what, expression] of Object.entries(illFormed)) {
  test(`${what} is ill formed`, () => expect(() => typeOf(expression)).toThrow(IllFormed));
}

test("names are visible after their definition only, and bound once", () => {
  const use = define("s", add(variable("t"), integer(1)));
  const give = define("t", integer(5));
  expect(typeOf(variable("s"), [give, use])).toEqual({ kind: "integer" });
  expect(() => typeOf(variable("s"), [use, give])).toThrow("t is not bound");
  expect(() => typeOf(variable("t"), [give, give])).toThrow("t is bound twice");
});

test("inputs and sizes have names of their own", () => {
  const twice = { name: "f", inputs: [bits("x"), bits("x")], body: block([], integer(0)) };
  expect(() => check(twice)).toThrow("x is bound twice");
  expect(() => check({ ...twice, inputs: [bits("n", "n")] })).toThrow("n is bound twice");
});

function typeOf(result: Expression, lets: readonly Let[] = []) {
  return check({ name: "f", inputs, body: block(lets, result) });
}
