import { modulo as remainder } from "../math/shape.ts";
import type { Comparison } from "../program/program.ts";
import { Obstacle } from "./obstacle.ts";

/**
 * An integer-valued function of binary cells, as a graph that shares what is used twice. Networks and
 * programs are both brought to this form, in which they are compared.
 *
 * `low` and `high` bound the value, in safe integers.
 */
export type Node = Bounds &
  (
    | { readonly kind: "constant"; readonly value: number }
    | { readonly kind: "cell"; readonly cell: number }
    /** A neuron: the sign or the step of an exact sum, whose weights are any finite doubles. */
    | Weighted<"sign" | "step">
    /** Integer weights; every partial sum is a safe integer. */
    | Weighted<"sum">
    | { readonly kind: "product"; readonly left: Node; readonly right: Node }
    /** `divisor` is above zero. */
    | { readonly kind: "modulo"; readonly of: Node; readonly divisor: number }
    /** 1 where `of` compares so with zero, else 0. */
    | { readonly kind: "compare"; readonly operator: Comparison; readonly of: Node }
    | { readonly kind: "member"; readonly of: Node; readonly values: readonly number[] }
    /** Of zeros and ones. */
    | { readonly kind: "and" | "or" | "xor"; readonly operands: readonly Node[] }
    | {
        readonly kind: "if";
        readonly condition: Node;
        readonly then: Node;
        readonly otherwise: Node;
      }
  );

interface Weighted<Kind> {
  readonly kind: Kind;
  readonly terms: readonly Term[];
  readonly bias: number;
}

export interface Term {
  readonly weight: number;
  readonly node: Node;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

const oneBit: Bounds = { low: 0, high: 1 };

/** Throws Obstacle for what is not a safe integer. */
export function constant(value: number): Node {
  if (!Number.isSafeInteger(value)) throw new Obstacle(`${value} is not an integer below 2^53`);
  return { kind: "constant", value, low: value, high: value };
}

export function cell(index: number): Node {
  return { kind: "cell", cell: index, ...oneBit };
}

/** A neuron; its weights are finite. */
export function neuron(kind: "sign" | "step", terms: readonly Term[], bias: number): Node {
  return { kind, terms, bias, low: kind === "sign" ? -1 : 0, high: 1 };
}

/** A sum of integers. Throws Obstacle where a partial sum might leave the safe integers. */
export function sum(terms: readonly Term[], bias: number): Node {
  let [low, high, reach, rest] = [bias, bias, Math.abs(bias), bias];
  const used: Term[] = [];
  for (const each of terms) {
    const { weight, node } = each;
    const [a, b] = [weight * node.low, weight * node.high];
    low += Math.min(a, b);
    high += Math.max(a, b);
    reach += Math.max(Math.abs(a), Math.abs(b));
    if (!Number.isInteger(weight)) throw new Obstacle(`a sum has the weight ${weight}`);
    if (node.kind === "constant") rest += weight * node.value;
    else if (weight !== 0) used.push(each);
  }
  // While `reach` is safe all of these sums were exact, and so is every partial sum in any order.
  if (!Number.isInteger(bias) || reach > Number.MAX_SAFE_INTEGER) {
    throw new Obstacle("a sum is no integer below 2^53");
  }
  if (used.length === 0) return constant(rest);
  if (used.length === 1 && used[0]!.weight === 1 && rest === 0) return used[0]!.node;
  return { kind: "sum", terms: used, bias: rest, low, high };
}

export function subtract(left: Node, right: Node): Node {
  return sum([term(1, left), term(-1, right)], 0);
}

export function term(weight: number, node: Node): Term {
  return { weight, node };
}

/** Throws Obstacle where the product might leave the safe integers. */
export function product(left: Node, right: Node): Node {
  if (left.kind === "constant") return sum([term(left.value, right)], 0);
  if (right.kind === "constant") return sum([term(right.value, left)], 0);
  const ends = [left.low, left.high].flatMap((a) => [a * right.low, a * right.high]);
  if (!ends.every(Number.isSafeInteger)) throw new Obstacle("a product might pass 2^53");
  return { kind: "product", left, right, low: Math.min(...ends), high: Math.max(...ends) };
}

/** Throws Obstacle unless the divisor is a constant above zero. */
export function modulo(of: Node, divisor: Node): Node {
  if (divisor.kind !== "constant") throw new Obstacle("a divisor depends on the inputs");
  if (divisor.value <= 0) throw new Obstacle(`the program divides by ${divisor.value}`);
  if (of.kind === "constant") return constant(remainder(of.value, divisor.value));
  return { kind: "modulo", of, divisor: divisor.value, low: 0, high: divisor.value - 1 };
}

export function compare(left: Node, operator: Comparison, right: Node): Node {
  const of = subtract(left, right);
  const known = decided(of, operator);
  if (known !== undefined) return constant(known ? 1 : 0);
  return { kind: "compare", operator, of, ...oneBit };
}

/** Whether `of operator 0` holds whatever the cells are; undefined where bounds do not tell. */
function decided({ low, high }: Node, operator: Comparison): boolean | undefined {
  const tried = low < 0 && high > 0 ? [low, 0, high] : [low, high];
  const [first, ...others] = tried.map((value) => holds(value, operator));
  return others.every((other) => other === first) ? first : undefined;
}

/** Does `value operator 0` hold? */
export function holds(value: number, operator: Comparison): boolean {
  switch (operator) {
    case "<":
      return value < 0;
    case "<=":
      return value <= 0;
    case "==":
      return value === 0;
    case "!=":
      return value !== 0;
    case ">=":
      return value >= 0;
    case ">":
      return value > 0;
  }
}

export function member(of: Node, values: readonly number[]): Node {
  if (of.kind === "constant") return constant(values.includes(of.value) ? 1 : 0);
  return { kind: "member", of, values, ...oneBit };
}

/** Throws Obstacle where an operand is not known to be 0 or 1. */
export function logic(kind: "and" | "or" | "xor", operands: readonly Node[]): Node {
  for (const { low, high } of operands) {
    if (low < 0 || high > 1) throw new Obstacle(`an operand of ${kind} may be neither 0 nor 1`);
  }
  const known = operands.flatMap((each) => (each.kind === "constant" ? [each.value] : []));
  if (kind === "and" && known.includes(0)) return constant(0);
  if (kind === "or" && known.includes(1)) return constant(1);
  if (known.length === operands.length) return constant(ofConstants(kind, known));
  return { kind, operands, ...oneBit };
}

/** Of constants among which none decides an `and` or an `or` alone. */
function ofConstants(kind: "and" | "or" | "xor", known: readonly number[]): number {
  switch (kind) {
    case "and":
      return 1;
    case "or":
      return 0;
    case "xor":
      return known.reduce((parity, value) => parity ^ value, 0);
  }
}

export function not(operand: Node): Node {
  return subtract(constant(1), operand);
}

export function choose(condition: Node, then: Node, otherwise: Node): Node {
  if (condition.kind === "constant") return condition.value === 1 ? then : otherwise;
  const low = Math.min(then.low, otherwise.low);
  return { kind: "if", condition, then, otherwise, low, high: Math.max(then.high, otherwise.high) };
}

/** The nodes that a node is computed from. */
export function operandsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case "constant":
    case "cell":
      return [];
    case "sign":
    case "step":
    case "sum":
      return node.terms.map((each) => each.node);
    case "product":
      return [node.left, node.right];
    case "modulo":
    case "compare":
    case "member":
      return [node.of];
    case "and":
    case "or":
    case "xor":
      return node.operands;
    case "if":
      return [node.condition, node.then, node.otherwise];
  }
}
