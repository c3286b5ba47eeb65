import { expect, test } from "vitest";
import { readOriginals } from "../../../src/condense/passes/originals.ts";
import { printPython } from "../../../src/emit/python.ts";
import {
  add,
  bit,
  block,
  compare,
  define,
  element,
  integer,
  multiply,
  pad,
  range,
  size,
  sum,
  table,
  variable,
} from "../../../src/program/build.ts";
import { evaluate } from "../../../src/program/evaluate.ts";
import type { Expression, Program } from "../../../src/program/program.ts";

const i = variable("loop 1");
const padded = (shift: number) => element("padded", add(i, integer(shift)));
const window = sum(
  [range("step 1", integer(0), integer(3))],
  element("padded", add(i, variable("step 1"))),
);

/** For each place of x, an item that reads a copy of x with a zero on either side. */
const programOf = (item: Expression, to = size("n")): Program => ({
  name: "f",
  inputs: [{ name: "x", shape: ["n"], domain: { kind: "integer", low: 0, high: 9 } }],
  body: block(
    [define("padded", pad("x", [1], [1]))],
    table([range("loop 1", integer(0), to)], block([], item)),
  ),
});

const readings = (program: Program): readonly string[] =>
  [...new Set(JSON.stringify(program.body.result).match(/"array":"\w+"/g))].toSorted();

const [copy, original] = ['"array":"padded"', '"array":"x"'];

test("the middle of a window is read from the array, where the rest is one thing", () => {
  const program = programOf(bit(compare(window, ">", padded(1))));
  expect(readings(program)).toEqual([copy]);
  expect(readings(readOriginals(program))).toEqual([copy, original]);
  expect(readings(readOriginals(programOf(multiply(padded(0), padded(1)))))).toEqual([
    copy,
    original,
  ]);
});

test("a copy that is no more read is no more made", () => {
  const read = readOriginals(programOf(multiply(padded(1), padded(1))));
  expect(read.body.lets).toEqual([]);
  expect(printPython(read)).toContain("return [value * value for value in x]");
});

test("among many neighbours, and where it may be outside, all is read from the copy", () => {
  const many = programOf(multiply(padded(0), multiply(padded(1), padded(2))));
  expect(readOriginals(many)).toEqual(many);
  const longer = programOf(padded(1), add(size("n"), integer(1)));
  expect(readOriginals(longer)).toEqual(longer);
});

test("the value stays", () => {
  for (const item of [bit(compare(window, ">", padded(1))), multiply(padded(0), padded(1))]) {
    const inputs = [{ shape: [5], data: Float64Array.from([3, 1, 4, 1, 5]) }];
    const program = programOf(item);
    expect(evaluate(readOriginals(program), inputs)).toEqual(evaluate(program, inputs));
  }
});
