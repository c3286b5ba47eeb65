import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Fit, type Formula, fitColumns, valueAt } from "../../../src/condense/families/fit.ts";

const fitted = (...columns: readonly (readonly number[])[]): Fit =>
  fitColumns(columns, columns[0]!.length);
const affine = (factor: number, offset: number, variable = 0): Formula => ({
  kind: "affine",
  variable,
  factor,
  offset,
});

describe("columns", () => {
  it("that never change are constants", () => {
    const found = fitted([7, 7, 7]);
    expect(found.counts).toEqual([]);
    expect(found.formulas).toEqual([{ kind: "constant", value: 7 }]);
  });

  it.each<[string, number[], Formula]>([
    ["shifted", [3, 4, 5, 6], affine(1, 3)],
    ["doubled", [1, 3, 5, 7], affine(2, 1)],
    ["reversed", [3, 2, 1, 0], affine(-1, 3)],
    ["halved", [0, 0, 1, 1], { kind: "floor", variable: 0, divisor: 2, offset: 0 }],
    [
      "halved, from the second on",
      [0, 1, 1, 2],
      { kind: "floor", variable: 0, divisor: 2, offset: 1 },
    ],
    ["without a law", [4, 0, 9, 1], { kind: "values", variable: 0, values: [4, 0, 9, 1] }],
  ])("follow the first one: %s", (_, column, formula) => {
    const found = fitted([0, 1, 2, 3], column);
    expect(found.counts).toEqual([4]);
    expect(found.formulas).toEqual([affine(1, 0), formula]);
    expect(found.rows).toEqual([0, 1, 2, 3]);
  });

  it("that move apart are two variables, and their sum is none", () => {
    const found = fitted([0, 0, 1, 1], [5, 6, 5, 6], [5, 6, 6, 7]);
    expect(found.counts).toEqual([2, 2]);
    expect(found.formulas).toEqual([
      affine(1, 0),
      affine(1, 5, 1),
      { kind: "pair", first: 0, second: 1, sign: 1, offset: 5 },
    ]);
  });

  it("lose the few rows that break what most others keep", () => {
    const found = fitted([0, 1, 2, 3, 4], [1, 2, 3, 4, 0]);
    expect(found.rows).toEqual([0, 1, 2, 3]);
    expect(found.formulas).toEqual([affine(1, 0), affine(1, 1)]);
  });
});

const counts = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }));
const formulas = fc.oneof(
  fc.record({
    kind: fc.constant("affine" as const),
    variable: fc.nat(1),
    factor: fc.constantFrom(1, -1, 2, 3),
    offset: fc.integer({ min: -3, max: 3 }),
  }),
  fc.record({
    kind: fc.constant("pair" as const),
    first: fc.constant(0),
    second: fc.constant(1),
    sign: fc.constantFrom(1 as const, -1 as const),
    offset: fc.integer({ min: -3, max: 3 }),
  }),
  fc.record({ kind: fc.constant("constant" as const), value: fc.integer({ min: -5, max: 5 }) }),
);

describe("laws", () => {
  it("every row that is kept follows the formulas", () => {
    const column = fc.array(fc.integer({ min: -2, max: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 4 }), (columns) => {
        expectFits(fitted(...columns), columns);
      }),
      { seed: 21, numRuns: 500 },
    );
  });

  it("functions of two variables are found, each row kept", () => {
    fc.assert(
      fc.property(counts, fc.array(formulas, { maxLength: 4 }), ([n, m], more) => {
        const places = Array.from({ length: n * m }, (_, k) => [Math.floor(k / m), k % m]);
        const own = [affine(1, 0, 0), affine(1, 0, 1), ...more];
        const columns = own.map((formula) => places.map((place) => valueAt(formula, place)));
        const found = fitted(...columns);
        expect(found.rows).toHaveLength(n * m);
        expect(found.counts).toEqual([n, m]);
        expectFits(found, columns);
      }),
      { seed: 22, numRuns: 500 },
    );
  });

  it("a wrong row at an end is left out, and none of the others", () => {
    const lengths = fc.integer({ min: 5, max: 9 });
    fc.assert(
      fc.property(lengths, fc.boolean(), fc.integer({ min: 2, max: 6 }), (n, isFirst, by) => {
        const first = Array.from({ length: n }, (_, row) => row);
        const wrong = isFirst ? 0 : n - 1;
        const second = first.map((value) => value + 1 + (value === wrong ? by : 0));
        expect(fitted(first, second).rows).toEqual(first.filter((row) => row !== wrong));
      }),
      { seed: 23, numRuns: 100 },
    );
  });
});

function expectFits(found: Fit, columns: readonly (readonly number[])[]): void {
  expect(found.rows.length).toBeGreaterThan(0);
  found.rows.forEach((row, k) => {
    const variables = found.variables[k]!;
    found.counts.forEach((count, v) => {
      expect(variables[v]).toBeGreaterThanOrEqual(0);
      expect(variables[v]).toBeLessThan(count);
    });
    const values = found.formulas.map((formula) => valueAt(formula, variables));
    expect(values).toEqual(columns.map((column) => column[row]));
  });
}
