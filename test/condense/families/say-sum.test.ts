import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Part } from "../../../src/condense/families/part.ts";
import { saySum } from "../../../src/condense/families/say-sum.ts";
import type { Rule } from "../../../src/condense/wiring.ts";
import { printExpression } from "../../../src/emit/python.ts";
import { binary, type Domain } from "../../../src/math/domain.ts";
import { exact } from "../../../src/math/exact.ts";
import { block, integer, truth } from "../../../src/program/build.ts";
import type { Expression, Program } from "../../../src/program/program.ts";
import { type Cells, cells, nCells, part, totalIn, valueOfExpression } from "./parts.ts";

const overBits: Program = {
  name: "f",
  inputs: [{ name: "x", shape: [nCells], domain: binary }],
  body: block([], integer(0)),
};
const text = (expression: Expression): string => printExpression(expression, overBits);
const one = (at: number, weight = 1): Part => part({ from: at, to: at + 1 }, weight, binary);
const all = (weight = 1): Part => part({ from: 0, to: nCells }, weight, binary);

describe("a threshold", () => {
  it.each<[string, readonly Part[], number, string]>([
    ["all of two", [one(0), one(1)], -1, "x[0] and x[1]"],
    ["any of two", [one(0), one(1)], 0, "x[0] or x[1]"],
    ["one and not the other", [one(0), one(1, -1)], 0, "x[0] > x[1]"],
    ["at least three of all", [all()], -2, "sum(x) >= 3"],
    ["at most one of all", [all(-1)], 2, "sum(x) <= 1"],
    ["any of all", [all()], 0, "any(x)"],
  ])("%s", (_, parts, bias, expected) => {
    expect(text(saySum("threshold", parts, bias))).toBe(expected);
  });

  it("of nothing always or never holds", () => {
    expect(saySum("threshold", [], 1)).toEqual(truth(integer(1)));
    expect(saySum("threshold", [], 0)).toEqual(truth(integer(0)));
  });

  it("has coprime weights", () => {
    const expression = saySum("threshold", [all(6), one(0, 4)], -15);
    expect(expression).toEqual(saySum("threshold", [all(3), one(0, 2)], -7));
  });
});

describe("a sum", () => {
  it.each<[string, readonly Part[], number, string]>([
    ["with a constant", [all(2)], 3, "2 * sum(x) + 3"],
    ["of what is taken away", [all(-1)], 0, "-sum(x)"],
    ["of a bit that is denied", [one(0, -1)], 1, "1 - x[0]"],
    ["of nothing", [], -2, "-2"],
  ])("%s", (_, parts, bias, expected) => {
    expect(text(saySum("sum", parts, bias))).toBe(expected);
  });
});

const domains: readonly Domain[] = [
  binary,
  { kind: "sign" },
  { kind: "integer", low: -2, high: 3 },
  { kind: "real" },
];

const drawnParts = fc.uniqueArray(fc.tuple(cells, fc.constantFrom(1, 1, -1, 2, -2, 3, 6)), {
  maxLength: 4,
  selector: ([{ from, to }]) => `${from} ${to}`,
});

describe.each(domains)("over $kind cells", (domain) => {
  const isReal = domain.kind === "real";
  const biases = fc.integer({ min: -8, max: 8 }).map((bias) => (isReal ? bias / 2 : bias));

  it.each<Rule>(["threshold", "sign", "sum"])("a %s is said as what it is", (rule) => {
    const ways = new Set<string>();
    fc.assert(
      fc.property(drawnParts, biases, inputs(domain), (drawn, bias, xs) => {
        const parts = drawn.map(([own, weight]) => part(own, weight, domain));
        const expression = saySum(rule, parts, exact(bias));
        ways.add(expression.kind);
        for (const x of xs) {
          const sum = weighedSum(drawn, x) + bias;
          const side = rule === "threshold" ? Number(sum > 0) : Math.sign(sum);
          // `+ 0` turns -0 into 0.
          const wanted = (rule === "sum" ? sum : side) + 0;
          expect(valueOfExpression(expression, { x, domain })).toBe(wanted);
        }
      }),
      { seed: 71, numRuns: 250 },
    );
    if (rule === "threshold") expect(ways).toContain("compare");
  });
});

function weighedSum(drawn: readonly (readonly [Cells, number])[], x: readonly number[]): number {
  return drawn.reduce((sum, [own, weight]) => sum + weight * totalIn(own, x), 0);
}

/** All bits, or a few of the others. */
function inputs(domain: Domain): fc.Arbitrary<readonly (readonly number[])[]> {
  if (domain.kind === "binary") {
    const all = Array.from({ length: 2 ** nCells }, (_, row) =>
      Array.from({ length: nCells }, (_, k) => (row >> k) & 1),
    );
    return fc.constant(all);
  }
  const [low, high] = domain.kind === "integer" ? [domain.low, domain.high] : [-1, 1];
  const cell =
    domain.kind === "real"
      ? fc.integer({ min: -9, max: 9 }).map((value) => value / 4)
      : fc.integer({ min: low, max: high });
  const x = fc.array(cell, { minLength: nCells, maxLength: nCells });
  return fc.array(x, { minLength: 10, maxLength: 10 });
}
