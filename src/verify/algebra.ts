import type { Comparison } from "../program/program.ts";

/** Values that depend on the inputs, and what programs do with them. Any method may throw Obstacle. */
export interface Algebra<Value> {
  constant(value: number): Value;
  cell(index: number): Value;
  /** The value, if it is the same integer for all inputs. */
  fixed(value: Value): number | undefined;
  sum(terms: readonly Value[]): Value;
  subtract(left: Value, right: Value): Value;
  product(left: Value, right: Value): Value;
  modulo(left: Value, right: Value): Value;
  divide(left: Value, right: Value): Value;
  power(base: number, exponent: Value): Value;
  sign(of: Value): Value;
  compare(left: Value, operator: Comparison, right: Value): Value;
  member(of: Value, values: readonly number[]): Value;
  logic(kind: "and" | "or" | "xor", operands: readonly Value[]): Value;
  not(operand: Value): Value;
  choose(condition: Value, then: Value, otherwise: Value): Value;
  /** Of one value or more. */
  largest(values: readonly Value[]): Value;
  smallest(values: readonly Value[]): Value;
  /** The first place, from 0, of the largest value. */
  placeOfLargest(values: readonly Value[]): Value;
  placeOfSmallest(values: readonly Value[]): Value;
}
