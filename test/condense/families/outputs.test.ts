import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutputFamily } from "../../../src/condense/families/find.ts";
import { type Formula, valueAt } from "../../../src/condense/families/fit.ts";
import { outputAt, outputLengths } from "../../../src/condense/families/outputs.ts";
import { binary } from "../../../src/math/domain.ts";
import { indexOf, type Shape } from "../../../src/math/shape.ts";
import {
  add,
  block,
  integer,
  multiply,
  range,
  size,
  table,
  variable,
} from "../../../src/program/build.ts";
import { check } from "../../../src/program/check.ts";
import { type ArrayValue, evaluate } from "../../../src/program/evaluate.ts";
import type { Expression } from "../../../src/program/program.ts";
import { placesIn } from "../random-banks.ts";
import { affine, familyOf } from "./families.ts";

/** Outputs at these coordinates, for all values of the variables. */
function outputsOf(counts: Shape, coordinates: readonly Formula[]): OutputFamily {
  const places = placesIn(counts);
  const family = familyOf({ places, points: [], border: "plain" });
  return { family: { ...family, coordinates }, factor: 1, offset: 0 };
}

/** 100 for each family before, and the number of the member. */
function sayAmong(outputs: readonly OutputFamily[]) {
  return (output: OutputFamily, variables: readonly Expression[]): Expression => {
    const flat = variables.reduce<Expression>(
      (sum, each, v) => add(multiply(integer(output.family.shape[v]!), sum), each),
      integer(0),
    );
    return add(integer(100 * outputs.indexOf(output)), flat);
  };
}

/** What is said of each place of an array. */
function said(outputs: readonly OutputFamily[], shape: Shape): number[] | undefined {
  const names = shape.map((_, axis) => `i${axis}`);
  const result = outputAt(outputs, {
    shape,
    lengths: shape.map(integer),
    indices: names.map(variable),
    say: sayAmong(outputs),
  });
  if (result === undefined) return undefined;
  const ranges = names.map((name, axis) => range(name, integer(0), integer(shape[axis]!)));
  const program = {
    name: "f",
    inputs: [{ name: "x", shape: [], domain: binary }],
    body: block([], table(ranges, block([], result))),
  };
  check(program);
  return [...(evaluate(program, [{ shape: [], data: Float64Array.of(0) }]) as ArrayValue).data];
}

function wanted(outputs: readonly OutputFamily[], shape: Shape): number[] {
  const values: number[] = [];
  outputs.forEach(({ family }, k) => {
    family.members.forEach(({ variables }, member) => {
      const place = family.coordinates.map((formula) => valueAt(formula, variables));
      values[indexOf(place, shape)] = 100 * k + member;
    });
  });
  return values;
}

const constant = (value: number): Formula => ({ kind: "constant", value });

describe("an output is said of the family it belongs to", () => {
  it.each<[string, Shape, readonly OutputFamily[]]>([
    ["one family", [5], [outputsOf([5], [affine(1, 0)])]],
    ["in reverse", [5], [outputsOf([5], [affine(-1, 4)])]],
    ["all but the first", [5], [outputsOf([4], [affine(1, 1)]), outputsOf([], [constant(0)])]],
    ["all but the last", [5], [outputsOf([4], [affine(1, 0)]), outputsOf([], [constant(4)])]],
    ["even and odd places", [6], [outputsOf([3], [affine(2, 0)]), outputsOf([3], [affine(2, 1)])]],
    [
      "thirds",
      [7],
      [
        outputsOf([3], [affine(3, 0)]),
        outputsOf([2], [affine(3, 1)]),
        outputsOf([2], [affine(3, 2)]),
      ],
    ],
    [
      "all but one row",
      [3, 2],
      [
        outputsOf([2, 2], [affine(1, 1), affine(1, 0, 1)]),
        outputsOf([2], [constant(0), affine(1, 0)]),
      ],
    ],
    ["transposed", [2, 3], [outputsOf([3, 2], [affine(1, 0, 1), affine(1, 0, 0)])]],
    ["a border", [4], [outputsOf([2], [affine(1, 1)]), outputsOf([2], [affine(3, 0)])]],
  ])("%s", (_, shape, outputs) => {
    expect(said(outputs, shape)).toEqual(wanted(outputs, shape));
  });

  it("without a pattern nothing is said", () => {
    const values: Formula = { kind: "values", variable: 0, values: [0, 1, 3] };
    const outputs = [outputsOf([3], [values]), outputsOf([], [constant(2)])];
    expect(said(outputs, [4])).toBeUndefined();
  });

  it("however many places the first and the other families have", () => {
    let nSaid = 0;
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 });
    fc.assert(
      fc.property(cuts, fc.boolean(), (inner, isReversed) => {
        const ends = [0, ...inner.sort((a, b) => a - b), 8];
        const outputs = ends.slice(1).map((to, k) => {
          const from = ends[k]!;
          if (to - from === 1) return outputsOf([], [constant(from)]);
          return outputsOf([to - from], [isReversed ? affine(-1, to - 1) : affine(1, from)]);
        });
        const values = said(outputs, [8]);
        if (values === undefined) return;
        nSaid += 1;
        expect(values).toEqual(wanted(outputs, [8]));
      }),
      { seed: 121, numRuns: 100 },
    );
    expect(nSaid).toBeGreaterThan(50);
  });
});

describe("the length of an output", () => {
  const lengths = (outputs: readonly OutputFamily[], shape: Shape, bound: Expression) =>
    outputLengths(outputs, { shape, boundOf: () => bound, inputs: [] });

  it("is that of the variable that runs along it", () => {
    expect(lengths([outputsOf([5], [affine(1, 0)])], [5], size("n"))).toEqual([size("n")]);
  });

  it("is twice that where only every second place is one", () => {
    const outputs = [outputsOf([5], [affine(2, 0)]), outputsOf([5], [affine(2, 1)])];
    expect(lengths(outputs, [10], size("n"))).toEqual([multiply(integer(2), size("n"))]);
  });

  it("is that of an input of the same shape, or a number", () => {
    const outputs = [outputsOf([4], [affine(1, 1)]), outputsOf([], [constant(0)])];
    const given = { shape: [5], boundOf: () => integer(4) };
    const input = { shape: [5], lengths: [size("n")] };
    expect(outputLengths(outputs, { ...given, inputs: [input] })).toEqual([size("n")]);
    expect(outputLengths(outputs, { ...given, inputs: [] })).toEqual([integer(5)]);
  });
});
