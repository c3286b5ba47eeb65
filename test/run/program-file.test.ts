import { expect, it } from "vitest";
import {
  add,
  and,
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
  or,
  pad,
  range,
  size,
  subtract,
  sum,
  table,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import { parseProgram, printProgram } from "../../src/program/json.ts";
import type { Expression, Program } from "../../src/program/program.ts";

const [i, n, zero, one] = [variable("i"), size("n"), integer(0), integer(1)];

const expressions: readonly Expression[] = [
  add(subtract(i, one), multiply(n, i), modulo(i, n)),
  bit(and(compare(i, "<=", n), member(i, [1, 3]), truth(element("x", i)))),
  bit(or(not(compare(i, "!=", zero)), xor(compare(i, ">", one), compare(i, "==", n)))),
  choose(
    compare(i, "<", n),
    element("p", i),
    sum([range("j", zero, n)], element("x", variable("j"))),
  ),
];

it("program.json gives back every kind of expression", async () => {
  for (const expression of expressions) {
    const program = mapped(expression);
    expect(await parseProgram(printProgram(program))).toStrictEqual(program);
  }
});

it("gives back lists and scalars", async () => {
  const inputs = [{ name: "k", shape: [], domain: { kind: "integer", low: -2, high: 7 } }] as const;
  const program: Program = {
    name: "f",
    inputs,
    body: block([], list([variable("k"), integer(-3)])),
  };
  expect(await parseProgram(printProgram(program))).toStrictEqual(program);
});

function mapped(expression: Expression): Program {
  const inputs = [{ name: "x", shape: ["n"], domain: { kind: "binary" } }] as const;
  const lets = [define("p", pad("x", [1], [0]))];
  return {
    name: "f",
    inputs,
    body: block(lets, table([range("i", zero, n)], block([], expression))),
  };
}
