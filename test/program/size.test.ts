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
  table,
  variable,
} from "../../src/program/build.ts";
import type { Program } from "../../src/program/program.ts";
import { somewhere } from "../../src/program/python/python-place.ts";
import { isComprehension } from "../../src/program/python/table.ts";
import { expressionTokens, tokens } from "../../src/program/size.ts";
import { life, rule30, rule30Padded, upTo } from "../emit/examples.ts";
import { randomPrograms } from "../emit/random-programs.ts";

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

test("blocks", () => {});

test("a table of more than two lines is read as loops", () => {
  const item = (count: number) => block([], add(...Array.from({ length: count }, () => a)));
  const ranges = [upTo("i", size("n")), upTo("j", size("m"))];
  const square = (count: number) =>
    isComprehension({ kind: "table", ranges, body: item(count) }, somewhere);
  expect([square(20), square(25)]).toEqual([true, false]);
  const line = { kind: "table", ranges: ranges.slice(1), body: item(25) } as const;
  expect(isComprehension(line, somewhere)).toBe(true);
});

test("the count is that of the printed Python, but for parentheses around broken lines", () => {
  const programs = [...randomPrograms(600, 11), rule30, rule30Padded, life];
  const printed = (program: Program) => countPythonTokens(emit(program, "python"));
  const ratios = programs.map((program) => printed(program) / tokens(program));
  const equal = ratios.filter((ratio) => ratio === 1).length / ratios.length;
  expect(equal).toBeGreaterThan(0.6);
  expect(Math.min(...ratios)).toBeGreaterThan(0.9);
  expect(Math.max(...ratios)).toBeLessThan(1.1);
});

test("the count grows with the program", () => {
  const longer = table([upTo("i", size("n"))], block([], add(element("x", i), integer(1))));
  expect(expressionTokens(longer)).toBeGreaterThan(
    expressionTokens(longer.kind === "table" ? longer.body.result : a),
  );
});
