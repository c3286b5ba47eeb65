import { modulo } from "../../math/shape.ts";
import type { Comparison } from "../../program/program.ts";
import type { Algebra } from "../algebra.ts";
import { Obstacle } from "../obstacle.ts";
import type { Bases } from "./base.ts";
import { largest, smallest } from "./extreme.ts";
import { combined, floorQuotient, stairsOf } from "./staircase.ts";
import { cellOf, difference, folded, sumOf } from "./sum.ts";
import { sign } from "./unit.ts";
import {
  constant,
  fixed,
  mapped,
  type Staircase,
  staircase,
  unknown,
  type Value,
} from "./value.ts";

/**
 * Programs as sums of cells and staircases; what is neither is unknown, and so is all that is computed from it.
 *
 * That nothing fails, as a remainder of what passes 2^53 does, is for others to prove.
 */
export function thresholdAlgebra(bases: Bases): Algebra<Value> {
  return {
    constant,
    cell: (index) => cellOf(bases, index),
    fixed,
    sum: (values) => sumOf(bases, values.map(once)),
    subtract: (left, right) => difference(bases, left, right),
    product: (left, right) => product(bases, left, right),
    modulo: (left, right) => overDivisor(bases, left, right, modulo),
    divide: (left, right) => overDivisor(bases, left, right, floorQuotient),
    power,
    sign,
    compare: (left, operator, right) =>
      mapped(sign(difference(bases, left, right)), (side) => (holds(side, operator) ? 1 : 0)),
    member: (of, values) =>
      mapped(stairsOf(bases, of), (value) => (values.includes(value) ? 1 : 0)),
    logic: (kind, operands) => logic(bases, kind, operands),
    not: (operand) => difference(bases, constant(1), operand),
    choose: (condition, then, otherwise) => choose(bases, condition, { then, otherwise }),
    largest: (values) => largest(bases, values),
    smallest: (values) => smallest(bases, values),
    placeOfLargest: () => unknown,
    placeOfSmallest: () => unknown,
  };
}

const once = (value: Value) => ({ factor: 1, value });

function product(bases: Bases, left: Value, right: Value): Value {
  const [a, b] = [fixed(left), fixed(right)];
  if (a !== undefined) return sumOf(bases, [{ factor: a, value: right }]);
  if (b !== undefined) return sumOf(bases, [{ factor: b, value: left }]);
  const nested = together(bases, left, right, (x, y) => x * y);
  return nested.kind === "unknown" ? timesBit(bases, left, right) : nested;
}

/** Of a bit and a number that rises step by step: each step counts where it is passed and the bit is 1. */
function timesBit(bases: Bases, left: Value, right: Value): Value {
  const [a, b] = [stairsOf(bases, left), stairsOf(bases, right)];
  if (a.kind === "unknown" || b.kind === "unknown") return unknown;
  const [bit, number] = isBit(a) ? [a, b] : [b, a];
  if (!isBit(bit) || number.events.length > MOST_STEPS) return unknown;
  const steps = number.events.map((event, k) => ({
    factor: number.values[k + 1]! - number.values[k]!,
    value: smallest(bases, [bit, staircase([event], [0, 1])]),
  }));
  return sumOf(bases, [{ factor: number.values[0]!, value: bit }, ...steps]);
}

/** Numbers of more steps would take the time of all other outputs. */
const MOST_STEPS = 256;

function isBit({ values }: Staircase): boolean {
  return values.every((value) => value === 0 || value === 1);
}

/** A function of two values place by place; unknown where these are not nested. */
function together(
  bases: Bases,
  left: Value,
  right: Value,
  f: (left: number, right: number) => number,
): Value {
  const [a, b] = [stairsOf(bases, left), stairsOf(bases, right)];
  return a.kind === "unknown" || b.kind === "unknown" ? unknown : combined(bases, [a, b], f);
}

function overDivisor(
  bases: Bases,
  dividend: Value,
  divisor: Value,
  f: (dividend: number, divisor: number) => number,
): Value {
  const by = fixed(divisor);
  if (by === undefined || by <= 0) throw new Obstacle("a divisor is no constant above 0");
  return mapped(stairsOf(bases, dividend), (value) => f(value, by));
}

function power(base: number, exponent: Value): Value {
  const times = fixed(exponent);
  if (times === undefined || times < 0) throw new Obstacle("an exponent is no constant from 0");
  return constant(base ** times);
}

function holds(side: number, operator: Comparison): boolean {
  switch (operator) {
    case "<":
      return side < 0;
    case "<=":
      return side <= 0;
    case "==":
      return side === 0;
    case "!=":
      return side !== 0;
    case ">=":
      return side >= 0;
    case ">":
      return side > 0;
  }
}

/** Of bits: any is the largest of them, all the smallest. */
function logic(bases: Bases, kind: "and" | "or" | "xor", operands: readonly Value[]): Value {
  switch (kind) {
    case "and":
      return operands.length === 0 ? constant(1) : smallest(bases, operands);
    case "or":
      return operands.length === 0 ? constant(0) : largest(bases, operands);
    case "xor":
      return oddOnes(bases, operands);
  }
}

/** Is the number of bits that are 1 odd? Of two bits, are they different? */
function oddOnes(bases: Bases, operands: readonly Value[]): Value {
  const isStairs = (value: Value): value is Staircase => value.kind === "staircase";
  const bits = operands.map((value) => stairsOf(bases, value));
  const nested = bits.every(isStairs) ? folded(bases, bits, (a, b) => a ^ b) : unknown;
  const [left, right, ...others] = operands;
  if (nested.kind !== "unknown" || left === undefined || right === undefined) return nested;
  if (others.length > 0) return unknown;
  return mapped(sign(difference(bases, left, right)), Math.abs);
}

/** What stands after a condition, and what after its opposite. */
interface Branches {
  readonly then: Value;
  readonly otherwise: Value;
}

function choose(bases: Bases, condition: Value, { then, otherwise }: Branches): Value {
  const extreme = asExtreme(bases, condition, { then, otherwise });
  if (extreme !== undefined) return extreme;
  const first = together(bases, condition, then, (bit, value) => (bit === 1 ? value : 0));
  const second = together(bases, condition, otherwise, (bit, value) => (bit === 1 ? 0 : value));
  return together(bases, first, second, (a, b) => a + b);
}

/** The larger or smaller of two sums, if the condition asks which of them it is. */
function asExtreme(
  bases: Bases,
  condition: Value,
  { then, otherwise }: Branches,
): Value | undefined {
  if (then.kind !== "linear" || otherwise.kind !== "linear") return undefined;
  const lead = sign(difference(bases, then, otherwise));
  // Where the condition holds the lead is not below 0, elsewhere not above: or the other way round.
  const decides = (wanted: 1 | -1): boolean => {
    const wrong = together(bases, condition, lead, (bit, side) => {
      const isFit = bit === 1 ? wanted * side >= 0 : wanted * side <= 0;
      return isFit ? 0 : 1;
    });
    return fixed(wrong) === 0;
  };
  if (decides(1)) return largest(bases, [then, otherwise]);
  if (decides(-1)) return smallest(bases, [then, otherwise]);
  return undefined;
}
