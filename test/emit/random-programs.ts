import fc from "fast-check";
import {
  add,
  all,
  any,
  argmax,
  argmin,
  bit,
  block,
  choose,
  define,
  element,
  integer,
  list,
  max,
  min,
  multiply,
  pad,
  power,
  range,
  size,
  softmax,
  subtract,
  sum,
  table,
  truth,
  variable,
} from "../../src/program/build.ts";
import type { Block, Expression, Program, ProgramInput, Size } from "../../src/program/program.ts";
import {
  bits,
  integers,
  type Names,
  reals,
  type Some,
  several,
  truths,
} from "./random-expressions.ts";

/**
 * Random well-formed programs over arrays `x` (bits), `w` (integers) and `r` (reals) of one of the shapes,
 * and scalars `s` and `u`.
 */
export function randomPrograms(
  count: number,
  seed: number,
  shapes: readonly (readonly Size[])[] = allShapes,
): readonly Program[] {
  const results = shapes.map((shape) => program(shape, resultsOf(shape)));
  return fc.sample(fc.oneof(...results), { numRuns: count, seed });
}

/** The same programs with probabilities as their results. */
export function randomSoftmaxPrograms(count: number, seed: number): readonly Program[] {
  const results = allShapes.map((shape) => program(shape, probabilities(shape)));
  return fc.sample(fc.oneof(...results), { numRuns: count, seed });
}

const allShapes: readonly (readonly Size[])[] = [["n"], ["n", "m"], ["n", "m", "p"], [3], [2, "m"]];

/** A program for one shape of its inputs. */
function program(shape: readonly Size[], results: Some<Block>): Some<Program> {
  const inputs: readonly ProgramInput[] = [
    { name: "x", shape, domain: { kind: "binary" } },
    { name: "w", shape, domain: { kind: "integer", low: -3, high: 3 } },
    { name: "r", shape, domain: { kind: "real" } },
    { name: "s", shape: [], domain: { kind: "integer", low: -3, high: 3 } },
    { name: "u", shape: [], domain: { kind: "real" } },
  ];
  const ones = shape.map(() => 1);
  const padded = define("padded", pad("x", ones, ones));
  return results.map(({ lets, result }) => ({
    name: "f",
    inputs,
    body: block([padded, ...constants, ...lets], result),
  }));
}

const numbers = (...values: readonly number[]) => list(values.map(integer));

const constants = [
  define("weights", numbers(3, -1, 0, 2)),
  define("grid", list([numbers(1, 0, 2), numbers(-2, 1, 1)])),
];

function outside(shape: readonly Size[]): Names {
  return {
    lengths: shape.map((length) => (typeof length === "string" ? size(length) : integer(length))),
    places: [],
    offsets: [],
    integers: [],
    bits: [],
    truths: [],
    isPadded: false,
  };
}

function resultsOf(shape: readonly Size[]): Some<Block> {
  const names = outside(shape);
  const array = tables({ ...names, isPadded: true });
  return fc.oneof(
    array.map((result) => block([], result)),
    array.map((result) => block([define("z", result)], variable("z"))),
    array.map((result) => block([define("z", result)], list([variable("z"), variable("x")]))),
    array.map((result) => block([], list([result, variable("x")]))),
    fc.tuple(truths(names, 1), array, array).map(([c, a, b]) => block([], choose(c, a, b))),
    body(names, (inner) => fc.oneof(integers(inner, 3), truths(inner, 2), reals(inner, 2))),
    several(fc.oneof(integers(names, 2), reals(names, 2))).map((items) => block([], list(items))),
    pads(shape.length).map((result) => block([define("q", result)], variable("q"))),
    ...Array.from({ length: 5 }, () => walks(names)),
  );
}

function probabilities(shape: readonly Size[]): Some<Block> {
  const names = outside(shape);
  const logits = fc.oneof(
    tables(names),
    several(reals(names, 1)).map(list),
    several(reals(names, 1)).map((row) => list([list(row), list([...row].reverse())])),
    fc.constant(variable("r")),
  );
  return logits.map((each) => block([], softmax(each)));
}

/** Up to three named values in front of an expression: an integer, a bit and a truth. */
function body(names: Names, result: (names: Names) => Some): Some<Block> {
  const named = { ...names, integers: ["t"], bits: ["b"], truths: ["c"] };
  const lets = fc
    .tuple(
      integers(names, 2),
      bits({ ...names, integers: ["t"] }, 1),
      truths({ ...names, bits: ["b"] }, 1),
    )
    .map(([t, b, c]) => [define("t", t), define("b", b), define("c", c)]);
  return fc.oneof(
    result(names).map((expression) => block([], expression)),
    fc.tuple(lets, result(named)).map(([lets, expression]) => block(lets, expression)),
  );
}

function tables(names: Names): Some {
  const axes = ["i", "j", "k"].slice(0, names.lengths.length);
  const ranges = axes.map((axis, k) => range(axis, integer(0), names.lengths[k]!));
  const item = (inner: Names) => fc.oneof(bits(inner, 3), integers(inner, 2), reals(inner, 2));
  return body({ ...names, places: axes }, item).map((inner) => table(ranges, inner));
}

function pads(rank: number): Some {
  const counts = fc.tuple(...Array.from({ length: rank }, () => fc.integer({ min: 0, max: 4 })));
  return fc.tuple(counts, counts).map(([before, after]) => pad("w", before, after));
}

/** Loops that go along arrays, whole or in part: along some axes a table, along the others a reduction. */
function walks(names: Names): Some<Block> {
  const axes = ["i", "j", "k"].slice(0, names.lengths.length);
  return fc
    .tuple(
      fc.integer({ min: 0, max: axes.length }),
      fc.shuffledSubarray(axes, { minLength: axes.length }),
      walkBody(names, axes),
      fc.constantFrom(sum, max, min, any, all, "argmax", "argmin"),
      fc.constantFrom("whole", "whole", "whole", "but one", "triangle"),
    )
    .map(([kept, order, [value, condition, last], reduce, extent]) => {
      const lengthOf = (axis: string) => names.lengths[axes.indexOf(axis)]!;
      const whole = order.map((axis) => range(axis, integer(0), lengthOf(axis)));
      const [outer, inner] = [whole.slice(0, kept), whole.slice(kept)];
      const ends = inner.map((each, k) => {
        if (extent === "whole" || k < inner.length - 1) return each;
        if (extent === "triangle" && outer.length + k === 0) return each;
        return extent === "but one"
          ? range(each.variable, integer(0), subtract(each.to, integer(1)))
          : range(each.variable, integer(1), each.to);
      });
      const isExtreme = reduce === max || reduce === min || typeof reduce === "string";
      const ranges = isExtreme ? inner : ends;
      const numberOf = (): Expression => {
        if (ranges.length === 0) return value;
        if (typeof reduce === "string") {
          const make = reduce === "argmax" ? argmax : argmin;
          return make(ranges[0]!, ranges.length === 1 ? value : sum(ranges.slice(1), value));
        }
        if (reduce === any || reduce === all) return bit(reduce(ranges, condition));
        return reduce(ranges, !isExtreme && extent === "but one" ? last : value);
      };
      return block([], outer.length === 0 ? numberOf() : table(outer, block([], numberOf())));
    });
}

/** A number and a condition at one place, and a number that may look one place ahead on the last axis. */
function walkBody(
  names: Names,
  axes: readonly string[],
): Some<[Expression, Expression, Expression]> {
  const places = axes.map(variable);
  const here = (array: string) => element(array, ...places);
  const value = fc.constantFrom(
    here("x"),
    here("w"),
    here("r"),
    multiply(here("w"), here("r")),
    multiply(here("w"), places[0]!),
    multiply(here("x"), power(2, places.at(-1)!)),
    add(here("x"), here("w"), here("r")),
    add(here("w"), variable("s")),
  );
  const inner: Names = { ...names, places: axes };
  const condition = fc.oneof(
    fc.constant(truth(here("x"))),
    fc.constant(truth(here("x"))),
    truths(inner, 1),
    truths(inner, 0),
  );
  return fc.tuple(fc.oneof(value, integers(inner, 1)), condition, value);
}
