import { expect, test } from "vitest";
import { emit } from "../../src/emit/emit.ts";
import { countPythonTokens } from "../../src/emit/python-tokens.ts";
import {
  add,
  and,
  block,
  element,
  integer,
  modulo,
  multiply,
  not,
  or,
  size,
  subtract,
  sum,
  table,
  variable,
} from "../../src/program/build.ts";
import { somewhere } from "../../src/program/python/python-place.ts";
import { isComprehension } from "../../src/program/python/table.ts";
import { expressionTokens, tokens } from "../../src/program/size.ts";
import { life, rule30, rule30Padded, upTo } from "../emit/examples.ts";
import { randomPrograms, randomSoftmaxPrograms } from "../emit/random-programs.ts";

const [a, b, i] = [variable("a"), variable("b"), variable("i")];

test("the worked examples", () => {
  expect([rule30, rule30Padded, life].map(tokens)).toEqual([46, 49, 131]);
});

test("expressions", () => {
  expect(expressionTokens(add(a, integer(-1)))).toBe(3); // a - 1
  expect(expressionTokens(multiply(add(a, b), integer(2)))).toBe(7); // (a + b) * 2
  expect(expressionTokens(and(not(a), or(a, b)))).toBe(8); // ~a & (a | b)
  expect(expressionTokens(element("x", modulo(subtract(i, integer(1)), size("n"))))).toBe(6); // x[i - 1]
});

test("a loop over a size is taken to be over all of an array", () => {
  const here = element("x", i);
  expect(expressionTokens(sum([upTo("i", size("n"))], here))).toBe(4); // sum(x)
  expect(expressionTokens(sum([upTo("i", integer(3))], here))).toBe(8); // sum(x[:3])
  const beside = element("x", add(i, a));
  expect(expressionTokens(sum([upTo("i", size("n"))], beside))).toBe(11); // sum(x[a : a + n])
});

test("a table of more than two lines is read as loops", () => {
  const item = (count: number) => block([], add(...Array.from({ length: count }, () => a)));
  const ranges = [upTo("i", size("n")), upTo("j", size("m"))];
  const square = (count: number) =>
    isComprehension({ kind: "table", ranges, body: item(count) }, somewhere);
  expect([square(20), square(25)]).toEqual([true, false]);
  const line = { kind: "table", ranges: ranges.slice(1), body: item(25) } as const;
  expect(isComprehension(line, somewhere)).toBe(true);
});

test("the count is that of the printed Python, with brackets around broken lines", () => {
  const programs = [
    ...randomPrograms(600, 11),
    ...randomSoftmaxPrograms(100, 12),
    ...[rule30, rule30Padded, life],
  ];
  const sources = programs.map((program) => emit(program, "python"));
  programs.forEach((program, k) => {
    expect(countPythonTokens(sources[k]!), sources[k]).toBe(tokens(program));
  });
  const all = sources.join("");
  for (const way of [" = (\n", "return (\n", "if (\n", "def sign(", "def softmax("]) {
    expect(all).toContain(way);
  }
});

test("the count grows with the program", () => {
  const longer = table([upTo("i", size("n"))], block([], add(element("x", i), integer(1))));
  expect(expressionTokens(longer)).toBeGreaterThan(
    expressionTokens(longer.kind === "table" ? longer.body.result : a),
  );
});
