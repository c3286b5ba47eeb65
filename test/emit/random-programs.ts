import fc from "fast-check";
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
import type {
  Block,
  Comparison,
  Expression,
  Program,
  ProgramInput,
  Range,
  Size,
} from "../../src/program/program.ts";

/** Random well-formed programs over arrays `x` (bits) and `w` (integers) of one shape and a scalar `s`. */
export function randomPrograms(count: number, seed: number): readonly Program[] {
  return fc.sample(fc.oneof(...shapes.map(program)), { numRuns: count, seed });
}

const shapes: readonly (readonly Size[])[] = [["n"], ["n", "m"], ["n", "m", "p"], [3], [2, "m"]];

/** The names that an expression may use. */
interface Names {
  /** The lengths of the axes of the inputs. */
  readonly lengths: readonly Expression[];
  /** The loop variables that run over the axes. */
  readonly places: readonly string[];
  /** Other loop variables. */
  readonly offsets: readonly string[];
  readonly integers: readonly string[];
  readonly bits: readonly string[];
  readonly truths: readonly string[];
  /** Is there an array `padded`, x with a zero before and after along each axis? */
  readonly isPadded: boolean;
}

type Some<Value = Expression> = fc.Arbitrary<Value>;

const constant = (low: number, high: number): Some =>
  fc.integer({ min: low, max: high }).map(integer);
const pick = (names: readonly string[]): Some[] =>
  names.length === 0 ? [] : [fc.constantFrom(...names).map(variable)];
const several = (some: Some): Some<Expression[]> => fc.array(some, { minLength: 2, maxLength: 3 });

/** Generators are made once for each set of names and depth: there are exponentially many otherwise. */
function remembered(make: (names: Names, depth: number) => Some): typeof make {
  const made = new WeakMap<Names, Some[]>();
  return (names, depth) => {
    const known = made.get(names) ?? [];
    made.set(names, known);
    known[depth] ??= make(names, depth);
    return known[depth];
  };
}

const integers = remembered((names, depth) => {
  const leaves = [
    constant(-3, 3),
    element_(names, "w"),
    fc.constantFrom(...names.lengths),
    ...pick([...names.places, ...names.offsets, ...names.integers, "s"]),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = integers(names, depth - 1);
  return fc.oneof(
    ...leaves,
    several(inner).map((terms) => add(...terms)),
    fc.tuple(inner, inner).map(([a, b]) => subtract(a, b)),
    fc.tuple(constant(-2, 2), inner).map(([a, b]) => multiply(a, b)),
    fc.tuple(inner, constant(-2, 2)).map(([a, b]) => multiply(a, b)),
    fc
      .tuple(inner, fc.oneof(constant(1, 3), fc.constantFrom(...names.lengths)))
      .map(([a, b]) => modulo(a, b)),
    fc.tuple(truths(names, depth - 1), inner, inner).map(([c, a, b]) => choose(c, a, b)),
    sums(names, depth),
    bits(names, depth - 1),
  );
});

const bits = remembered((names, depth) => {
  const leaves = [constant(0, 1), element_(names, "x"), element_(names, "x"), ...pick(names.bits)];
  if (names.isPadded) leaves.push(paddedElement(names));
  if (depth === 0) return fc.oneof(...leaves);
  const inner = bits(names, depth - 1);
  return fc.oneof(
    ...leaves,
    ...logic(inner),
    truths(names, depth - 1).map(bit),
    fc.tuple(truths(names, depth - 1), inner, inner).map(([c, a, b]) => choose(c, a, b)),
  );
});

const truths = remembered((names, depth) => {
  const numbers = integers(names, Math.max(0, depth - 1));
  const operators: readonly Comparison[] = ["<", "<=", "==", "!=", ">=", ">"];
  const leaves = [
    fc
      .tuple(numbers, fc.constantFrom(...operators), numbers)
      .map(([a, op, b]) => compare(a, op, b)),
    fc
      .tuple(constant(-2, 0), numbers, constant(1, 3))
      .map(([a, b, c]) => and(compare(a, "<=", b), compare(b, "<", c))),
    fc
      .tuple(
        numbers,
        fc.uniqueArray(fc.integer({ min: -2, max: 4 }), { minLength: 1, maxLength: 3 }),
      )
      .map(([value, values]) =>
        member(
          value,
          values.sort((a, b) => a - b),
        ),
      ),
    bits(names, Math.max(0, depth - 1)).map(truth),
    ...pick(names.truths),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = truths(names, depth - 1);
  return fc.oneof(
    ...leaves,
    ...logic(inner),
    fc.tuple(inner, inner, inner).map(([c, a, b]) => choose(c, a, b)),
  );
});

function logic(inner: Some): Some[] {
  const operands = several(
    fc.oneof({ weight: 3, arbitrary: inner }, { weight: 1, arbitrary: inner.map(not) }),
  );
  return [
    operands.map((each) => and(...each)),
    operands.map((each) => or(...each)),
    operands.map((each) => xor(...each)),
    inner.map(not),
  ];
}

function sums(names: Names, depth: number): Some {
  const offset = `a${depth}`;
  const bounds: readonly (readonly [number, number])[] = [
    [-1, 2],
    [0, 3],
    [-2, 3],
    [1, 2],
    [0, 2],
  ];
  const ranges: readonly Range[] = [
    ...bounds.map(([from, to]) => range(offset, integer(from), integer(to))),
    ...names.lengths.map((length) => range(offset, integer(0), length)),
  ];
  const body = integers({ ...names, offsets: [...names.offsets, offset] }, depth - 1);
  return fc.tuple(fc.constantFrom(...ranges), body).map(([range, body]) => sum([range], body));
}

/** An element of an input: on the ring at a step of at most two, or at any loop variable's offset. */
function element_(names: Names, array: string): Some {
  const indices = names.lengths.map((length, axis): Some => {
    const place = names.places[axis];
    const ring = fc
      .tuple(
        ...([
          fc.constantFrom(...[...names.places, ...names.offsets, "s"].map(variable)),
          constant(-2, 2),
        ] as const),
      )
      .map(([index, step]) => modulo(add(index, step), length));
    if (place === undefined) return ring;
    return fc.oneof(
      fc.constant(variable(place)),
      fc.constant(modulo(subtract(variable(place), integer(1)), length)),
      ring,
    );
  });
  return fc.tuple(...indices).map((each) => element(array, ...each));
}

function paddedElement(names: Names): Some {
  const indices = names.places.map((place) =>
    constant(0, 2).map((step) => add(variable(place), step)),
  );
  return fc.tuple(...indices).map((each) => element("padded", ...each));
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
  const item = (inner: Names) => fc.oneof(bits(inner, 3), integers(inner, 2));
  return body({ ...names, places: axes }, item).map((inner) => table(ranges, inner));
}

/** A program for one shape of its inputs. */
function program(shape: readonly Size[]): Some<Program> {
  const inputs: readonly ProgramInput[] = [
    { name: "x", shape, domain: { kind: "binary" } },
    { name: "w", shape, domain: { kind: "integer", low: -3, high: 3 } },
    { name: "s", shape: [], domain: { kind: "integer", low: -3, high: 3 } },
  ];
  const ones = shape.map(() => 1);
  const padded = define("padded", pad("x", ones, ones));
  return results(shape).map(({ lets, result }) => ({
    name: "f",
    inputs,
    body: block([padded, ...lets], result),
  }));
}

function results(shape: readonly Size[]): Some<Block> {
  const outside: Names = {
    lengths: shape.map((length) => (typeof length === "string" ? size(length) : integer(length))),
    places: [],
    offsets: [],
    integers: [],
    bits: [],
    truths: [],
    isPadded: false,
  };
  const array = tables({ ...outside, isPadded: true });
  return fc.oneof(
    array.map((result) => block([], result)),
    array.map((result) => block([define("z", result)], variable("z"))),
    array.map((result) => block([define("z", result)], list([variable("z"), variable("x")]))),
    array.map((result) => block([], list([result, variable("x")]))),
    fc.tuple(truths(outside, 1), array, array).map(([c, a, b]) => block([], choose(c, a, b))),
    body(outside, (inner) => fc.oneof(integers(inner, 3), truths(inner, 2))),
    several(integers(outside, 2)).map((items) => block([], list(items))),
    pads(shape.length).map((result) => block([define("q", result)], variable("q"))),
  );
}

function pads(rank: number): Some {
  const counts = fc.tuple(...Array.from({ length: rank }, () => fc.integer({ min: 0, max: 4 })));
  return fc.tuple(counts, counts).map(([before, after]) => pad("w", before, after));
}
