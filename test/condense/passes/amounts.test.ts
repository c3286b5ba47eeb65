import { expect, test } from "vitest";
import { evaluate } from "../../../src/answer.ts";
import { sayAmounts } from "../../../src/condense/passes/amounts.ts";
import { printPython } from "../../../src/emit/python.ts";
import {
  add,
  bit,
  block,
  compare,
  element,
  integer,
  multiply,
  range,
  size,
  subtract,
  sum,
  variable,
} from "../../../src/program/build.ts";
import type { Expression, Program } from "../../../src/program/program.ts";

const MOST = 3;

const programOf = (result: Expression): Program => ({
  name: "f",
  inputs: [
    { name: "a", shape: ["n"], domain: { kind: "integer", low: 0, high: MOST } },
    { name: "b", shape: ["n"], domain: { kind: "integer", low: 0, high: MOST } },
    { name: "s", shape: ["n"], domain: { kind: "binary" } },
  ],
  body: block([], result),
});

const cell = (name: string, at: string): Expression => element(name, variable(at));

/** How many of the steps below a number are, at all places, below a difference. */
function stepsBelow(
  of: (at: string) => Expression,
  {
    steps = MOST,
    at,
    step,
  }: { readonly steps?: number; readonly at: string; readonly step: string },
): Expression {
  const ranges = [range(at, integer(0), size("n")), range(step, integer(0), integer(steps))];
  return sum(ranges, bit(compare(of(at), ">", variable(step))));
}

const aAboveB = (at: string) => subtract(cell("a", at), cell("b", at));
const bAboveA = (at: string) => subtract(cell("b", at), cell("a", at));
const above = stepsBelow(aAboveB, { at: "loop 1", step: "loop 2" });
const below = stepsBelow(bAboveA, { at: "loop 3", step: "loop 4" });
const chosen = stepsBelow(
  (at) => add(cell("a", at), multiply(integer(MOST), cell("s", at)), integer(-MOST)),
  { at: "loop 1", step: "loop 2" },
);
const plain = stepsBelow((at) => cell("a", at), { at: "loop 1", step: "loop 2" });
const rising = sum(
  [range("loop 1", integer(0), size("n")), range("loop 2", integer(0), integer(MOST))],
  bit(compare(add(cell("a", "loop 1"), variable("loop 2")), ">=", integer(MOST))),
);

/** Of fewer steps than there are values: the number is capped, which is not said so. */
const capped = stepsBelow(aAboveB, { steps: MOST - 1, at: "loop 1", step: "loop 2" });
/** How far the inner places go depends on the step. */
const triangle = sum(
  [
    range("loop 1", integer(0), integer(2)),
    range("loop 2", integer(0), add(variable("loop 1"), integer(1))),
  ],
  bit(compare(cell("a", "loop 2"), ">", variable("loop 1"))),
);
const tooLittle = stepsBelow(
  (at) => add(cell("a", at), multiply(integer(MOST - 1), cell("s", at)), integer(1 - MOST)),
  { at: "loop 1", step: "loop 2" },
);

const cases: readonly (readonly [Expression, string])[] = [
  [above, "sum(max(p - q, 0) for p, q in zip(a, b))"],
  [add(above, below), "sum(abs(p - q) for p, q in zip(a, b))"],
  [add(below, above), "sum(abs(p - q) for p, q in zip(a, b))"],
  [subtract(above, below), "sum(max(p - q, 0) for p, q in zip(a, b)) - sum("],
  [chosen, "sum(p * q for p, q in zip(a, s))"],
  [plain, "sum(a)"],
  [rising, "sum(a)"],
  [capped, "range(2)"],
  [triangle, "sum(value > loop 1 for loop 1 in range(2)"],
  [tooLittle, "sum(max(p + 2 * q - 2, 0) for p, q in zip(a, s))"],
];

test.each(cases)("steps are counted as an amount %#", (result, said) => {
  const program = programOf(result);
  const after = sayAmounts(program);
  expect(printPython(after).replace(/\s+/g, " ")).toContain(said);
  for (let code = 0; code < (4 * 4 * 2) ** 2; code++) {
    const digit = (from: number, base: number): number => Math.floor(code / from) % base;
    const inputs = {
      a: [digit(1, 4), digit(4, 4)],
      b: [digit(16, 4), digit(64, 4)],
      s: [digit(256, 2), digit(512, 2)],
    };
    expect(evaluate(after, inputs)).toEqual(evaluate(program, inputs));
  }
});
