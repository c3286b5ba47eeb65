import fc from "fast-check";
import {
  add,
  all,
  and,
  any,
  argmax,
  argmin,
  bit,
  choose,
  compare,
  divide,
  element,
  integer,
  max,
  member,
  min,
  modulo,
  multiply,
  not,
  number,
  or,
  power,
  range,
  sign,
  subtract,
  sum,
  truth,
  variable,
  xor,
} from "../../src/program/build.ts";
import type { Comparison, Expression, Range } from "../../src/program/program.ts";

/** The names that an expression may use. */
export interface Names {
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

export type Some<Value = Expression> = fc.Arbitrary<Value>;

export const constant = (low: number, high: number): Some =>
  fc.integer({ min: low, max: high }).map(integer);
const pick = (names: readonly string[]): Some[] =>
  names.length === 0 ? [] : [fc.constantFrom(...names).map(variable)];
export const several = (some: Some): Some<Expression[]> =>
  fc.array(some, { minLength: 2, maxLength: 3 });

type Make<Made> = (names: Names, depth: number) => Made;

/** Generators are made once for each set of names and depth: there are exponentially many otherwise. */
function remembered<Made>(make: Make<Made>): Make<Made> {
  const made = new WeakMap<Names, Made[]>();
  return (names, depth) => {
    const known = made.get(names) ?? [];
    made.set(names, known);
    known[depth] ??= make(names, depth);
    return known[depth];
  };
}

export const integers: Make<Some> = remembered((names, depth) => {
  const leaves = [
    constant(-3, 3),
    element_(names, "w"),
    fc.constantFrom(...names.lengths),
    constantElement(names),
    ...pick([...names.places, ...names.offsets, ...names.integers, "s"]),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = integers(names, depth - 1);
  const divisor = fc.oneof(constant(1, 3), fc.constantFrom(...names.lengths));
  return fc.oneof(
    ...leaves,
    several(inner).map((terms) => add(...terms)),
    fc.tuple(inner, inner).map(([a, b]) => subtract(a, b)),
    fc.tuple(constant(-2, 2), inner).map(([a, b]) => multiply(a, b)),
    fc.tuple(inner, constant(-2, 2)).map(([a, b]) => multiply(a, b)),
    fc.tuple(inner, divisor).map(([a, b]) => modulo(a, b)),
    fc.tuple(inner, divisor).map(([a, b]) => divide(a, b)),
    fc
      .tuple(fc.constantFrom(2, 3, -2), inner, constant(1, 3))
      .map(([base, a, b]) => power(base, modulo(a, b))),
    fc.oneof(inner, reals(names, depth - 1)).map(sign),
    fc.tuple(truths(names, depth - 1), inner, inner).map(([c, a, b]) => choose(c, a, b)),
    extremesOfTwo(inner),
    ...reductions(names, depth),
    bits(names, depth - 1),
  );
});

export const reals: Make<Some> = remembered((names, depth) => {
  const leaves = [
    fc.integer({ min: -9, max: 9 }).map((eighths) => number(eighths / 8)),
    element_(names, "r"),
    variableNamed("u"),
  ];
  if (depth === 0) return fc.oneof(...leaves);
  const inner = reals(names, depth - 1);
  const mixed = fc.oneof(inner, inner, integers(names, depth - 1));
  const over = loopOver(names, depth);
  return fc.oneof(
    ...leaves,
    fc.tuple(inner, mixed).map(([a, b]) => add(a, b)),
    fc.tuple(mixed, inner).map(([a, b]) => subtract(a, b)),
    fc.tuple(constant(-2, 2), inner).map(([a, b]) => multiply(a, b)),
    fc.tuple(truths(names, 0), inner, inner).map(([c, a, b]) => choose(c, a, b)),
    extremesOfTwo(inner),
    fc
      .tuple(fc.constantFrom(sum, max, min), over.ranges, reals(over.inside, depth - 1))
      .map(([make, ranges, body]) => make([ranges], body)),
  );
});

export const bits: Make<Some> = remembered((names, depth) => {
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

const operators: readonly Comparison[] = ["<", "<=", "==", "!=", ">=", ">"];

export const truths: Make<Some> = remembered((names, depth) => {
  const numbers = integers(names, Math.max(0, depth - 1));
  const comparison = (left: Some, right: Some) =>
    fc
      .tuple(left, fc.constantFrom(...operators), right)
      .map(([a, operator, b]) => compare(a, operator, b));
  const leaves = [
    comparison(numbers, numbers),
    comparison(reals(names, Math.max(0, depth - 1)), fc.oneof(numbers, reals(names, 0))),
    comparison(numbers.map(sign), constant(-1, 1)),
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
  const over = loopOver(names, depth);
  return fc.oneof(
    ...leaves,
    ...logic(inner),
    fc.tuple(inner, inner, inner).map(([c, a, b]) => choose(c, a, b)),
    fc
      .tuple(fc.constantFrom(any, all), over.ranges, truths(over.inside, depth - 1))
      .map(([make, ranges, body]) => make([ranges], body)),
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

/** The larger or the smaller of two numbers, or their distance, as choices. */
function extremesOfTwo(inner: Some): Some {
  return fc
    .tuple(inner, inner, fc.constantFrom<Comparison>("<", "<=", ">=", ">"), fc.boolean())
    .map(([a, b, operator, isDistance]) =>
      isDistance
        ? choose(compare(a, operator, b), subtract(b, a), subtract(a, b))
        : choose(compare(a, operator, b), a, b),
    );
}

/** One more loop variable, and the ranges that it may run over: none is empty. */
const loopOver = remembered((names, depth) => {
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
    ...names.places.map((place) => range(offset, integer(0), add(variable(place), integer(1)))),
  ];
  const inside: Names = { ...names, offsets: [...names.offsets, offset] };
  return { ranges: fc.constantFrom(...ranges), inside };
});

function reductions(names: Names, depth: number): Some[] {
  const { ranges, inside } = loopOver(names, depth);
  const body = integers(inside, depth - 1);
  return [
    fc
      .tuple(fc.constantFrom(sum, sum, max, min), ranges, body)
      .map(([make, range, body]) => make([range], body)),
    fc.tuple(ranges, truths(inside, depth - 1)).map(([range, body]) => sum([range], bit(body))),
    fc
      .tuple(
        fc.constantFrom(argmax, argmin),
        ranges,
        fc.oneof(body, reals(inside, depth - 1), element_(inside, "w")),
      )
      .map(([make, range, body]) => make(range, body)),
  ];
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
    const last = fc.constant(subtract(length, integer(1)));
    if (place === undefined) return fc.oneof(ring, ring, last);
    return fc.oneof(
      fc.constant(variable(place)),
      fc.constant(variable(place)),
      fc.constant(modulo(subtract(variable(place), integer(1)), length)),
      fc.constant(subtract(subtract(length, integer(1)), variable(place))),
      ring,
    );
  });
  return fc.tuple(...indices).map((each) => element(array, ...each));
}

/** An element of `weights`, four constants, or of `grid`, two rows of three. */
function constantElement(names: Names): Some {
  const at = (length: number) =>
    fc
      .constantFrom(...[...names.places, ...names.offsets, "s"].map(variable))
      .map((index) => modulo(index, integer(length)));
  return fc.oneof(
    at(4).map((index) => element("weights", index)),
    fc.tuple(at(2), at(3)).map(([row, column]) => element("grid", row, column)),
  );
}

function paddedElement(names: Names): Some {
  const indices = names.places.map((place) =>
    constant(0, 2).map((step) => add(variable(place), step)),
  );
  return fc.tuple(...indices).map((each) => element("padded", ...each));
}

function variableNamed(name: string): Some {
  return fc.constant(variable(name));
}
