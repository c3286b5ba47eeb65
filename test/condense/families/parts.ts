import fc from "fast-check";
import { fixed } from "../../../src/condense/families/amount.ts";
import type { Part } from "../../../src/condense/families/part.ts";
import type { Domain } from "../../../src/math/domain.ts";
import {
  bit,
  block,
  element,
  integer,
  range,
  truth,
  variable,
} from "../../../src/program/build.ts";
import { check } from "../../../src/program/check.ts";
import { evaluate } from "../../../src/program/evaluate.ts";
import { isTruth } from "../../../src/program/idiom.ts";
import type { Expression, Let, Program } from "../../../src/program/program.ts";

/** Cells of an array `x`: one of them, or those in a range. */
export interface Cells {
  readonly from: number;
  readonly to: number;
}

export const nCells = 5;

/** The total of some cells, times a weight. */
export function part({ from, to }: Cells, weight: number, domain: Domain): Part {
  const isOne = to - from === 1;
  const name = `step ${10 * from + to}`;
  const body = element("x", isOne ? integer(from) : variable(name));
  const isBit = domain.kind === "binary";
  return {
    key: `${from} ${to}`,
    weight,
    ranges: isOne ? [] : [range(name, integer(from), integer(to))],
    body,
    condition: isBit ? truth(body) : undefined,
    count: fixed(to - from),
    bounds: boundsOf(domain),
  };
}

export const cells: fc.Arbitrary<Cells> = fc
  .tuple(fc.nat(nCells - 1), fc.integer({ min: 1, max: nCells }))
  .map(([from, count]) => ({ from, to: Math.min(nCells, from + count) }));

/** What is said, computed for one `x`; a truth as 0 or 1. */
export function valueOfExpression(
  expression: Expression,
  { x, domain, lets = [] }: { x: readonly number[]; domain: Domain; lets?: readonly Let[] },
): number {
  const program: Program = {
    name: "f",
    inputs: [{ name: "x", shape: [nCells], domain }],
    body: block(lets, isTruth(expression, new Set()) ? bit(expression) : expression),
  };
  check(program);
  const value = evaluate(program, [{ shape: [nCells], data: Float64Array.from(x) }]);
  if (typeof value !== "number") throw new Error("expected a number");
  return value;
}

export function totalIn({ from, to }: Cells, x: readonly number[]): number {
  return x.slice(from, to).reduce((sum, value) => sum + value, 0);
}

function boundsOf(domain: Domain): Part["bounds"] {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return { low: 0, high: 1, isInteger: true };
    case "sign":
      return { low: -1, high: 1, isInteger: true };
    case "integer":
      return { low: domain.low, high: domain.high, isInteger: true };
    case "real":
      return { low: -Infinity, high: Infinity, isInteger: false };
  }
}
