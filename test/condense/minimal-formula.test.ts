import { describe, expect, it } from "vitest";
import {
  type Formula,
  type FormulaInput,
  MinimalFormulas,
} from "../../src/condense/forms/minimal-formula.ts";
import { Random } from "../../src/math/random.ts";

const BOUND = 150;

const shortest = (table: number, inputs: readonly FormulaInput[], bound: number) =>
  new MinimalFormulas(inputs, bound).of(table);

const plain = (...costs: readonly number[]) => costs.map((cost) => ({ cost, isTurnable: false }));

function valueAt(formula: Formula, row: number): number {
  switch (formula.kind) {
    case "input":
      return (row >> formula.index) & 1;
    case "not":
      return 1 - valueAt(formula.operand, row);
    case "and":
      return valueAt(formula.left, row) & valueAt(formula.right, row);
    case "or":
      return valueAt(formula.left, row) | valueAt(formula.right, row);
    case "xor":
      return valueAt(formula.left, row) ^ valueAt(formula.right, row);
    case "if":
      return valueAt((row >> formula.input) & 1 ? formula.then : formula.otherwise, row);
  }
}

/** The number whose bit r is the value where input k is bit k of r. */
function tableOf(formula: Formula, nInputs: number): number {
  let table = 0;
  for (let row = 0; row < 2 ** nInputs; row++) table += valueAt(formula, row) * 2 ** row;
  return table;
}

/** The formula with letters, operands in a fixed order: `(a&~b)`, `(c?b:a)`. */
function letters(formula: Formula): string {
  switch (formula.kind) {
    case "input":
      return "abcd"[formula.index]!;
    case "not":
      return `~${letters(formula.operand)}`;
    case "and":
    case "or":
    case "xor": {
      const operands = operandsOf(formula, formula.kind).map(letters);
      const ordered = operands.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
      return `(${ordered.join({ and: "&", or: "|", xor: "^" }[formula.kind])})`;
    }
    case "if":
      return `(${"abcd"[formula.input]}?${letters(formula.then)}:${letters(formula.otherwise)})`;
  }
}

function operandsOf(formula: Formula, kind: Formula["kind"]): Formula[] {
  if (formula.kind !== kind || !("left" in formula)) return [formula];
  return [...operandsOf(formula.left, kind), ...operandsOf(formula.right, kind)];
}

describe("the shortest formula", () => {
  it("has the value of its table, for every table of three inputs", () => {
    for (let table = 0; table < 256; table++) {
      const formula = shortest(table, plain(1, 1, 1), BOUND);
      expect(formula, `table ${table}`).toBeDefined();
      expect(tableOf(formula!, 3)).toBe(table);
    }
  });

  it("has the value of its table, where it is found, for tables of four inputs", () => {
    const random = new Random(1);
    const tables = Array.from({ length: 6 }, () => random.below(2 ** 16));
    let nFound = 0;
    for (const table of [...tables, 0x8000, 0xfffe, 0x6996, 0xff00, 0x0ff0]) {
      const formula = shortest(table, plain(1, 1, 1, 1), BOUND);
      if (formula === undefined) continue;
      nFound += 1;
      expect(tableOf(formula, 4)).toBe(table);
    }
    expect(nFound).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ["one input", 0b10, 1, "a"],
    ["its opposite", 0b01, 1, "~a"],
    ["and", 0b1000, 2, "(a&b)"],
    ["or", 0b1110, 2, "(a|b)"],
    ["exclusive or", 0b0110, 2, "(a^b)"],
    ["one without the other", 0b0010, 2, "(a&~b)"],
    ["parity of three", 0b10010110, 3, "(a^b^c)"],
    ["rule 30: left is the highest bit", 0b00011110, 3, "(c^(a|b))"],
    ["a choice where c is 1", 0b11001010, 3, "(c?b:a)"],
    ["all of four", 0x8000, 4, "(a&b&c&d)"],
    ["any of four", 0xfffe, 4, "(a|b|c|d)"],
    ["parity of four", 0x6996, 4, "(a^b^c^d)"],
    ["the last of four", 0xff00, 4, "d"],
  ])("is the known one for %s", (_, table, nInputs, expected) => {
    const formula = shortest(table, plain(...new Array<number>(nInputs).fill(1)), BOUND);
    expect(tableOf(formula!, nInputs)).toBe(table);
    expect(letters(formula!)).toBe(expected);
  });

  it("looks at what inputs cost", () => {
    // (a & ~c) | (b & c) names c twice, which is worth it only where c is short.
    const choice = 0b11001010;
    expect(letters(shortest(choice, plain(1, 1, 20), BOUND)!)).toBe("(c?b:a)");
    // b if c else a
    expect(shortest(choice, plain(1, 1, 20), 24)).toBeUndefined();
    expect(shortest(choice, plain(1, 1, 20), 25)).toBeDefined();
  });

  it("denies inputs for free whose opposite is as short", () => {
    const turnable = [3, 3].map((cost) => ({ cost, isTurnable: true }));
    // Neither a nor b: ~a and ~b are 7 tokens, and not (a or b) more.
    expect(letters(shortest(0b0001, turnable, BOUND)!)).toBe("(~a&~b)");
    expect(shortest(0b0001, turnable, 8)).toBeDefined();
    expect(shortest(0b0001, plain(3, 3), 8)).toBeUndefined();
  });

  it("is not given where it takes too many tokens", () => {
    expect(shortest(0b1000, plain(1, 1), 4)).toBeDefined();
    expect(shortest(0b1000, plain(1, 1), 3)).toBeUndefined();
  });

  it("counts parentheses", () => {
    // (a | b) ^ c
    expect(shortest(0b00011110, plain(1, 1, 1), 8)).toBeDefined();
    expect(shortest(0b00011110, plain(1, 1, 1), 7)).toBeUndefined();
  });
});
