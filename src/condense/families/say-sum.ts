import { toDoubles } from "../../math/doubles.ts";
import type { Exact } from "../../math/exact.ts";
import * as exacts from "../../math/exact.ts";
import { commonDivisor } from "../../math/integers.ts";
import {
  add,
  all,
  and,
  any,
  bit,
  compare,
  integer,
  multiply,
  not,
  number,
  or,
  sign,
  subtract,
  sum,
} from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { decide } from "../forms/votes.ts";
import type { Rule } from "../wiring.ts";
import { type Amount, fixed, fixedValue, plusTimes } from "./amount.ts";
import type { Part } from "./part.ts";
import { shortest } from "./shortest.ts";

/** What a unit computes of a sum: a truth for thresholds, else a number. */
export function saySum(rule: Rule, given: readonly Part[], constant: Exact): Expression {
  const { parts, bias } = withoutConstants(given, constant);
  switch (rule) {
    case "threshold":
      return sayThreshold(parts, bias);
    case "sign":
      return parts.length === 0
        ? integer(Math.sign(exacts.compare(bias, 0)))
        : sign(linear(smallest(parts, bias)));
    case "sum":
      return linear({ parts, bias });
  }
}

/** Parts that do not depend on inputs go into the bias, as far as they are the same for all members. */
function withoutConstants(
  given: readonly Part[],
  constant: Exact,
): { readonly parts: readonly Part[]; readonly bias: Exact } {
  const parts: Part[] = [];
  let moving = fixed(0);
  for (const part of given) {
    const isWhole = Number.isSafeInteger(part.weight);
    if (part.total === undefined || !isWhole) parts.push(part);
    else moving = plusTimes(moving, part.weight, part.total);
  }
  const value = fixedValue(moving);
  if (value === undefined) return { parts: given, bias: constant };
  return { parts, bias: exacts.add(constant, value) };
}

interface WeightedSum {
  readonly parts: readonly Part[];
  readonly bias: Exact;
}

/** The sum as an expression, positive parts first. */
export function linear(given: WeightedSum): Expression {
  const { parts, bias } = denied(given);
  const positive = parts.filter(({ weight }) => weight > 0).map(weighted);
  const negative = parts.filter(({ weight }) => weight < 0).map(weighted);
  const constants = constantsOf(bias);
  const plus = [...positive, ...constants.filter((each) => !isNegative(each))];
  const minus = [...negative, ...constants.filter(isNegative).map(opposite)];
  const start = plus.length === 0 ? undefined : total(plus);
  if (start === undefined && minus.length > 0) {
    return multiply(integer(-1), total(minus));
  }
  return minus.reduce<Expression>((rest, each) => subtract(rest, each), start ?? integer(0));
}

/**
 * Counts what does not hold in place of what does, where that leaves no constant - 1 - c is not c, and, where
 * there are 6 c, 6 - sum(c) is sum(not c) - or where a constant that is no integer is shorter to write then.
 */
function denied({ parts, bias }: WeightedSum): WeightedSum {
  const isInteger = Number.isInteger(bias);
  const sizes = new Map(parts.map((part) => [part, sizeOfNegative(part, isInteger)]));
  const deniable = parts.filter((part) => sizes.get(part) !== undefined);
  const ways = [deniable, ...deniable.map((part) => [part])].map((some) => ({
    some,
    bias: some.reduce<Exact>(
      (rest, part) =>
        exacts.add(rest, exacts.multiply(exacts.exact(part.weight), sizes.get(part)!)),
      bias,
    ),
  }));
  const shortest = ways.reduce(
    (best, way) => (lettersOf(way.bias) < lettersOf(best.bias) ? way : best),
    {
      some: [] as readonly Part[],
      bias,
    },
  );
  const chosen = ways.find((way) => lettersOf(way.bias) === 0) ?? shortest;
  if (lettersOf(chosen.bias) > 0 && isInteger) return { parts, bias };
  const said = parts.map((part) => (chosen.some.includes(part) ? deny(part) : part));
  return { parts: said, bias: chosen.bias };
}

/** How long the doubles are of which a constant is made; none for 0. */
function lettersOf(bias: Exact): number {
  if (exacts.compare(bias, 0) === 0) return 0;
  const doubles = typeof bias === "number" ? [bias] : toDoubles(bias);
  return doubles.reduce((sum, double) => sum + String(Math.abs(double)).length, 0);
}

/** How many conditions a part counts that takes away; undefined for others, and for bits beside integers. */
function sizeOfNegative(part: Part, isInteger: boolean): number | undefined {
  const { ranges, condition, count, weight } = part;
  if (weight > 0 || condition === undefined) return undefined;
  if (isInteger && condition.kind === "truth") return undefined;
  return ranges.length === 0 ? 1 : count && fixedValue(count);
}

function deny(part: Part): Part {
  const condition = not(part.condition!);
  return { ...part, weight: -part.weight, condition, body: bit(condition) };
}

/** The value of a part without its weight. */
export function totalOf({ ranges, body }: Part): Expression {
  return ranges.length === 0 ? body : sum(ranges, body);
}

function sayThreshold(parts: readonly Part[], bias: Exact): Expression {
  if (parts.length === 0) return truthOf(exacts.compare(bias, 0) > 0);
  const isWhole =
    typeof bias === "number" &&
    parts.every(({ weight, bounds }) => Number.isSafeInteger(weight) && bounds.isInteger);
  if (!isWhole) return sides(parts, bias);
  const small = tightened(parts, bias);
  const named = bySingles(small.parts, small.bias) ?? byQuantifiers(small.parts, small.bias);
  return named === undefined ? bounds(small) : shortest([bounds(small), named]);
}

interface WholeSum {
  readonly parts: readonly Part[];
  readonly bias: number;
}

/** Coprime weights: sum + bias > 0 where sum >= t. */
function tightened(parts: readonly Part[], bias: number): WholeSum {
  const divisor = parts.reduce((d, { weight }) => commonDivisor(d, weight), 0);
  const least = Math.floor(-bias / divisor) + 1;
  return { parts: divided(parts, divisor), bias: 1 - least };
}

/** The same sign with coprime weights. */
function smallest(parts: readonly Part[], bias: Exact): { parts: readonly Part[]; bias: Exact } {
  if (typeof bias !== "number" || !parts.every(({ weight }) => Number.isSafeInteger(weight))) {
    return { parts, bias };
  }
  const divisor = parts.reduce((d, { weight }) => commonDivisor(d, weight), bias);
  return { parts: divided(parts, divisor), bias: bias / divisor };
}

function divided(parts: readonly Part[], divisor: number): Part[] {
  return parts.map((part) => ({ ...part, weight: part.weight / divisor }));
}

/** Conditions that are few and stand alone: all of them, any, or at least so many. */
function bySingles(parts: readonly Part[], bias: number): Expression | undefined {
  const votes = parts.flatMap(({ ranges, condition, weight }) =>
    ranges.length > 0 || condition === undefined ? [] : [{ condition, weight }],
  );
  if (votes.length < parts.length) return undefined;
  const decided = decide(votes, bias);
  return typeof decided === "boolean" ? truthOf(decided) : decided;
}

/** Thresholds that ask for all conditions to be as they should, or for any. */
function byQuantifiers(given: readonly Part[], bias: number): Expression | undefined {
  const parts = given.filter(({ total }) => total === undefined);
  if (parts.length === 0 || !parts.every(({ condition }) => condition !== undefined)) {
    return undefined;
  }
  const known = given.reduce(
    (sum, { weight, total }) => (total === undefined ? sum : plusTimes(sum, weight, total)),
    fixed(bias),
  );
  const least = Math.min(...parts.map(({ weight }) => Math.abs(weight)));
  const low = extreme(
    known,
    parts.filter(({ weight }) => weight < 0),
  );
  // The lowest sum is not above zero, but any condition that changes makes it so.
  if (low !== undefined && low <= 0 && low + least > 0) {
    const isAny = (part: Part) => (part.weight > 0 ? anyOf(part) : not(allOf(part)));
    return joined(or, parts.map(isAny));
  }
  const high = extreme(
    known,
    parts.filter(({ weight }) => weight > 0),
  );
  if (high !== undefined && high > 0 && high - least <= 0) {
    const areAll = (part: Part) => (part.weight > 0 ? allOf(part) : not(anyOf(part)));
    return joined(and, parts.map(areAll));
  }
  return undefined;
}

/** The sum where all conditions of some parts hold, if it is the same everywhere. */
function extreme(known: Amount, parts: readonly Part[]): number | undefined {
  const sum = parts.reduce<Amount | undefined>(
    (rest, { weight, count }) => rest && count && plusTimes(rest, weight, count),
    known,
  );
  return sum && fixedValue(sum);
}

function anyOf({ ranges, condition }: Part): Expression {
  return ranges.length === 0 ? condition! : any(ranges, condition!);
}

function allOf({ ranges, condition }: Part): Expression {
  return ranges.length === 0 ? condition! : all(ranges, condition!);
}

/** A comparison of integer sums, in the fewest words. */
function bounds(given: WholeSum): Expression {
  const { parts, bias } = turned(given);
  const left = parts.filter(({ weight }) => weight > 0).map(weighted);
  const right = parts.filter(({ weight }) => weight < 0).map(weighted);
  if (right.length === 0) return compare(total(left), ">=", integer(1 - bias));
  if (left.length === 0) return compare(total(right), "<=", integer(bias - 1));
  if (bias === 1) return compare(total(left), ">=", total(right));
  if (bias > 0) return compare(total([...left, integer(bias)]), ">", total(right));
  if (bias < 0) return compare(total(left), ">", total([...right, integer(-bias)]));
  return compare(total(left), ">", total(right));
}

/**
 * Counts what does not hold in place of what does, where that leaves no constant:
 * count(a) + count(b) >= 29, where there are 28 b, is count(a) > count(not b).
 */
function turned({ parts, bias }: WholeSum): WholeSum {
  const at = parts.findIndex((part) => {
    const { ranges, condition, count, weight } = part;
    const size = count && fixedValue(count);
    if (ranges.length === 0 || condition === undefined || size === undefined) return false;
    return parts.length > 1 && bias + weight * size === 0;
  });
  const part = parts[at];
  return part === undefined ? { parts, bias } : { parts: parts.with(at, deny(part)), bias: 0 };
}

/** A comparison of sums of reals. */
function sides(parts: readonly Part[], bias: Exact): Expression {
  const constants = constantsOf(bias);
  const left = [
    ...parts.filter(({ weight }) => weight > 0).map(weighted),
    ...(parts.every(({ weight }) => weight > 0) ? [] : constants.filter((c) => !isNegative(c))),
  ];
  const moved = parts.every(({ weight }) => weight > 0) ? constants : constants.filter(isNegative);
  const right = [...parts.filter(({ weight }) => weight < 0).map(weighted), ...moved.map(opposite)];
  return compare(total(left), ">", total(right));
}

/** The part as it stands on its side of a comparison: without its sign. */
function weighted(part: Part): Expression {
  const size = Math.abs(part.weight);
  return size === 1 ? totalOf(part) : multiply(number(size), totalOf(part));
}

function constantsOf(bias: Exact): Expression[] {
  if (typeof bias === "number") return bias === 0 ? [] : [integer(bias)];
  return toDoubles(bias).map(number);
}

function isNegative(constant: Expression): boolean {
  return (constant.kind === "integer" || constant.kind === "number") && constant.value < 0;
}

function opposite(constant: Expression): Expression {
  if (constant.kind === "integer" || constant.kind === "number") return number(-constant.value);
  return multiply(integer(-1), constant);
}

export function total(terms: readonly Expression[]): Expression {
  if (terms.length === 0) return integer(0);
  return terms.length === 1 ? terms[0]! : add(...terms);
}

function joined(
  join: (...operands: readonly Expression[]) => Expression,
  operands: readonly Expression[],
): Expression {
  return operands.length === 1 ? operands[0]! : join(...operands);
}

/** A condition that always or never holds. */
export function truthOf(value: boolean): Expression {
  return { kind: "truth", operand: integer(value ? 1 : 0) };
}
