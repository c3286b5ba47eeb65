import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Counted, sayTable } from "../../../src/condense/families/say-table.ts";
import { printExpression } from "../../../src/emit/python.ts";
import { binary } from "../../../src/math/domain.ts";
import { block, define, element, integer, list } from "../../../src/program/build.ts";
import type { Expression, Let, Program } from "../../../src/program/program.ts";
import { type Cells, nCells, part, totalIn, valueOfExpression } from "./parts.ts";

/** The total of bits, which may be any number of them. */
function counted(own: Cells): Counted {
  const single = Array.from({ length: own.to - own.from }, (_, k) =>
    part({ from: own.from + k, to: own.from + k + 1 }, 1, binary),
  );
  return {
    parts: [part(own, 1, binary)],
    low: 0,
    count: own.to - own.from + 1,
    cells: single.length <= 4 ? single : undefined,
  };
}

interface Said {
  readonly expression: Expression;
  readonly lets: readonly Let[];
}

function said(
  rule: "threshold" | "sign",
  classes: readonly Cells[],
  table: readonly number[],
): Said {
  const lets: Let[] = [];
  const expression = sayTable(rule, classes.map(counted), {
    table: Int8Array.from(table),
    layers: undefined,
    lookUp: (values, index) => {
      lets.push(define("values", list(values.map(integer))));
      return element("values", index);
    },
  });
  return { expression, lets };
}

const program: Program = {
  name: "f",
  inputs: [{ name: "x", shape: [nCells], domain: binary }],
  body: block([], integer(0)),
};
const everything: Cells = { from: 0, to: nCells };
const one = (at: number): Cells => ({ from: at, to: at + 1 });

describe("a table of one total", () => {
  it.each<[readonly number[], string]>([
    [[0, 0, 0, 1, 1, 1], "sum(x) >= 3"],
    [[1, 1, 0, 0, 0, 0], "sum(x) < 2"],
    [[0, 1, 0, 0, 0, 0], "sum(x) == 1"],
    [[0, 0, 1, 1, 0, 0], "2 <= sum(x) <= 3"],
    [[1, 0, 1, 0, 1, 0], "sum(x) % 2 == 0"],
    [[0, 1, 0, 1, 0, 1], "sum(x) % 2 == 1"],
    [[0, 1, 0, 0, 1, 0], "sum(x) in (1, 4)"],
    [[1, 1, 0, 1, 1, 1], "sum(x) != 2"],
  ])("%j", (table, expected) => {
    expect(printExpression(said("threshold", [everything], table).expression, program)).toBe(
      expected,
    );
  });
});

describe("a table of single bits", () => {
  it.each<[string, readonly number[], string]>([
    ["and", [0, 0, 0, 1], "x[0] & x[1]"],
    ["or", [0, 1, 1, 1], "x[0] | x[1]"],
    ["exclusive or", [0, 1, 1, 0], "x[0] ^ x[1]"],
    ["implies", [1, 1, 0, 1], "x[1] | (1 - x[0])"],
  ])("%s", (_, table, expected) => {
    const { expression } = said("threshold", [one(0), one(1)], table);
    expect(printExpression(expression, program)).toBe(expected);
  });
});

const classes = fc.constantFrom<readonly Cells[]>(
  [everything],
  [one(2)],
  [one(0), one(4)],
  [one(0), { from: 1, to: nCells }],
  [
    { from: 0, to: 2 },
    { from: 2, to: nCells },
  ],
  [one(0), one(1), one(2)],
  [one(0), one(1), one(2), one(3), one(4)],
);

describe.each(["threshold", "sign"] as const)("a table of %s values", (rule) => {
  it("is said as what it is", () => {
    let nLookedUp = 0;
    const drawn = classes.chain((own) => {
      const nRows = own.reduce((product, { from, to }) => product * (to - from + 1), 1);
      const value = rule === "sign" ? fc.constantFrom(-1, 0, 1) : fc.constantFrom(0, 1);
      return fc
        .array(value, { minLength: nRows, maxLength: nRows })
        .map((table) => ({ own, table }));
    });
    fc.assert(
      fc.property(drawn, ({ own, table }) => {
        const { expression, lets } = said(rule, own, table);
        if (lets.length > 0) nLookedUp += 1;
        for (let row = 0; row < 2 ** nCells; row++) {
          const x = Array.from({ length: nCells }, (_, k) => (row >> k) & 1);
          const at = own.reduce((k, each) => k * (each.to - each.from + 1) + totalIn(each, x), 0);
          expect(valueOfExpression(expression, { x, domain: binary, lets })).toBe(table[at]);
        }
      }),
      { seed: 81, numRuns: 100 },
    );
    expect(nLookedUp).toBeGreaterThan(0);
  });
});
