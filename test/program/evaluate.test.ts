import { expect, test } from "vitest";
import { nest } from "../../src/math/shape.ts";
import {
  add,
  all,
  and,
  any,
  argmax,
  argmin,
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
  member,
  min,
  modulo,
  multiply,
  not,
  number,
  or,
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
  xor,
} from "../../src/program/build.ts";
import { type ArrayValue, evaluate, WrongInput } from "../../src/program/evaluate.ts";
import type { Comparison, Expression, Let } from "../../src/program/program.ts";
import { bits, life, rule30, rule30Padded, upTo } from "../emit/examples.ts";

const row = (...values: readonly number[]): ArrayValue => ({
  shape: [values.length],
  data: Float64Array.from(values),
});
const scalar = (value: number): ArrayValue => ({ shape: [], data: Float64Array.of(value) });
const rows = (...values: readonly string[]): ArrayValue => ({
  shape: [values.length, values[0]!.length],
  data: Float64Array.from(values.join(""), Number),
});

test("rule 30 on a ring and between zeros", () => {
  expect(plain(evaluate(rule30, [row(1, 0, 0, 0)]))).toEqual([1, 1, 0, 1]);
  expect(plain(evaluate(rule30Padded, [row(1, 0, 0, 0)]))).toEqual([1, 1, 0, 0]);
  expect(plain(evaluate(rule30, [row(1)]))).toEqual([0]);
});

test("a blinker turns", () => {
  const blinker = rows("00000", "00000", "01110", "00000", "00000");
  expect(plain(evaluate(life, [blinker]))).toEqual([
    [0, 0, 0, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 1, 0, 0],
    [0, 0, 0, 0, 0],
  ]);
});

test("integers", () => {
  expect(value(add(integer(2), integer(3), integer(-1)))).toBe(4);
  expect(value(add())).toBe(0);
  expect(value(subtract(integer(2), integer(3)))).toBe(-1);
  expect(value(multiply(integer(-2), integer(3)))).toBe(-6);
  expect(value(modulo(integer(-1), integer(5)))).toBe(4);
  expect(value(modulo(integer(7), integer(5)))).toBe(2);
  expect(value(size("n"))).toBe(3);
  expect(value(variable("s"))).toBe(5);
});

test("comparisons", () => {
  const holds = (operator: Comparison) =>
    [1, 2, 3].map((left) => value(bit(compare(integer(left), operator, integer(2)))));
  expect(holds("<")).toEqual([1, 0, 0]);
  expect(holds("<=")).toEqual([1, 1, 0]);
  expect(holds("==")).toEqual([0, 1, 0]);
  expect(holds("!=")).toEqual([1, 0, 1]);
  expect(holds(">=")).toEqual([0, 1, 1]);
  expect(holds(">")).toEqual([0, 0, 1]);
  expect(value(bit(member(integer(2), [1, 2])))).toBe(1);
  expect(value(bit(member(integer(2), [])))).toBe(0);
});

test("logic", () => {
  const pairs = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const;
  const each = (join: (...operands: Expression[]) => Expression) =>
    pairs.map(([a, b]) => value(join(integer(a), integer(b))));
  expect(each(and)).toEqual([0, 0, 0, 1]);
  expect(each(or)).toEqual([0, 1, 1, 1]);
  expect(each(xor)).toEqual([0, 1, 1, 0]);
  expect(value(xor(integer(1), integer(1), integer(1)))).toBe(1);
  expect([0, 1].map((b) => value(not(integer(b))))).toEqual([1, 0]);
  expect(value(choose(truth(integer(1)), integer(7), integer(8)))).toBe(7);
  expect(value(choose(truth(integer(0)), integer(7), integer(8)))).toBe(8);
});

test("sums, tables, lists and padding", () => {
  const i = variable("i");
  expect(value(sum([upTo("i", size("n"))], element("x", i)))).toBe(2);
  expect(value(sum([range("i", integer(2), integer(2))], i))).toBe(0);
  expect(value(sum([range("i", integer(1), integer(3)), upTo("j", i)], integer(10)))).toBe(30);
  const squares = table(
    [upTo("i", size("n"))],
    block([define("t", i)], multiply(variable("t"), i)),
  );
  expect(value(squares)).toEqual([0, 1, 4]);
  expect(value(list([variable("x"), squares]))).toEqual([
    [1, 0, 1],
    [0, 1, 4],
  ]);
  expect(value(pad("x", [2], [1]))).toEqual([0, 0, 1, 0, 1, 0]);
  const square = define("q", list([variable("x"), variable("x")]));
  expect(value(pad("q", [1, 0], [0, 1]), [square])).toEqual([
    [0, 0, 0, 0],
    [1, 0, 1, 0],
    [1, 0, 1, 0],
  ]);
});

test("reductions over ranges: the first of equal extremes wins", () => {
  const over = upTo("i", size("n"));
  const x = element("x", variable("i"));
  expect(value(any([over], truth(x)))).toBe(1);
  expect(value(all([over], truth(x)))).toBe(0);
  expect(value(any([range("i", integer(0), integer(0))], truth(x)))).toBe(0);
  expect(value(all([range("i", integer(0), integer(0))], truth(x)))).toBe(1);
  expect(value(max([over], multiply(integer(3), x)))).toBe(3);
  expect(value(min([over], x))).toBe(0);
  expect(value(argmax(over, x))).toBe(0);
  expect(value(argmax(range("i", integer(1), size("n")), x))).toBe(2);
  expect(value(argmin(over, x))).toBe(1);
  expect(() => value(max([range("i", integer(1), integer(1))], x))).toThrow(RangeError);
});

test("signs, quotients and powers", () => {
  expect([-3, 0, 0.25].map((each) => value(sign(number(each))))).toEqual([-1, 0, 1]);
  expect(value(divide(integer(-3), integer(2)))).toBe(-2);
  expect(value(divide(integer(7), integer(2)))).toBe(3);
  expect(() => value(divide(integer(7), integer(0)))).toThrow(RangeError);
  expect(value(power(2, integer(10)))).toBe(1024);
  expect(() => value(power(2, integer(-1)))).toThrow(RangeError);
});

test("sums of reals are not rounded", () => {
  const difference = subtract(add(number(0.1), number(0.2)), number(0.3));
  expect(value(sign(difference))).toBe(1);
  expect(value(difference)).toBe(2 ** -55);
  expect(value(compare(add(number(0.1), number(0.2)), "==", number(0.3)))).toBe(0);
  // 2^53 + 1 is no double, yet the comparison sees it.
  const large = add(power(2, integer(53)), integer(1));
  expect(value(compare(large, ">", power(2, integer(53))))).toBe(1);
});

test("softmax turns logits into probabilities along the last axis", () => {
  const logits = list([list([integer(0), integer(0)]), list([integer(800), integer(0)])]);
  expect(value(softmax(logits))).toEqual([
    [0.5, 0.5],
    [1, 0],
  ]);
});

test("an index outside its array and an integer beyond 2^53 are errors", () => {
  expect(() => value(element("x", integer(3)))).toThrow(RangeError);
  expect(() => value(element("x", integer(-1)))).toThrow(RangeError);
  expect(() => value(multiply(integer(2 ** 52), integer(4)))).toThrow(RangeError);
});

test("inputs of other shapes are refused", () => {
  const refused = (...inputs: readonly ArrayValue[]) =>
    expect(() =>
      evaluate({ ...rule30, inputs: [bits("x", "n"), bits("y", "n", 2)] }, inputs),
    ).toThrow(WrongInput);
  refused(row(1));
  refused(row(1), row(1));
  refused(row(1), rows("11", "11"));
  refused(row(1), rows("111"));
});

/** The value for x = [1, 0, 1] and s = 5. */
function value(result: Expression, lets: readonly Let[] = []) {
  const program = { name: "f", inputs: [bits("x", "n"), bits("s")], body: block(lets, result) };
  return plain(evaluate(program, [row(1, 0, 1), scalar(5)]));
}

function plain(value: number | ArrayValue) {
  return typeof value === "number" ? value : nest(value.data, value.shape);
}
