import { compare } from "../../program/build.ts";
import type { Expression, Range } from "../../program/program.ts";
import {
  comparisonOf,
  type Extreme,
  isSameValue,
  type Pair,
  type Value,
  type Where,
  whereIs,
} from "./beats.ts";

/** How often each kind of comparison counts, before and after the place, and constants by region. */
interface Wins {
  value: Value | undefined;
  readonly before: { strict: number; weak: number; constant: number };
  readonly after: { strict: number; weak: number; constant: number };
  /** How often the place itself is added. */
  place: number;
}

/**
 * A sum of wins as the extreme that has the most of them.
 *
 * If all comparisons count W in all, whether before or after the place, a larger value has more wins: by W
 * against the smaller one, and against every third value not less than the smaller one has. Equal values
 * differ by what equality counts before and after.
 */
export function rankOf(
  body: Expression,
  place: Range,
  sign: number,
): { readonly extreme: Extreme; readonly value: Value } | undefined {
  const none = { strict: 0, weak: 0, constant: 0 };
  const wins: Wins = { value: undefined, before: { ...none }, after: { ...none }, place: 0 };
  if (!addWins(wins, body, place, sign) || wins.value === undefined) return undefined;
  const { before, after } = wins;
  // Places before number `place`, those after it what is left.
  if (before.constant - after.constant + wins.place !== 0) return undefined;
  const weight = before.strict + before.weak;
  if (weight === 0 || after.strict + after.weak !== weight) return undefined;
  const parts = [before.strict, before.weak, after.strict, after.weak];
  const isLargest = weight > 0;
  if (!parts.every((part) => (isLargest ? part >= 0 : part <= 0))) return undefined;
  // For the smallest, -[a > b] is [a <= b] - 1: strict and weak change places.
  const [tieBefore, tieAfter] = isLargest
    ? [before.weak, after.weak]
    : [-before.strict, -after.strict];
  const extreme = { isLargest, isFirst: tieAfter >= tieBefore, isEvery: false };
  return { extreme, value: wins.value };
}

function addWins(wins: Wins, body: Expression, place: Range, weight: number): boolean {
  switch (body.kind) {
    case "integer":
      return true;
    case "variable":
      if (body.name !== place.variable) return false;
      wins.place += weight;
      return true;
    case "add":
      return body.terms.every((term) => addWins(wins, term, place, weight));
    case "subtract":
      return addWins(wins, body.left, place, weight) && addWins(wins, body.right, place, -weight);
    case "multiply":
      return (
        body.left.kind === "integer" && addWins(wins, body.right, place, weight * body.left.value)
      );
    case "sum": {
      const [other, ...more] = body.ranges;
      const where = other && whereIs(other, place);
      if (where === undefined || more.length > 0) return false;
      const pair = { place: place.variable, other: other!.variable };
      return addComparison(wins, body.body, { pair, where, weight });
    }
    default:
      return false;
  }
}

interface Counting {
  readonly pair: Pair;
  readonly where: Where;
  readonly weight: number;
}

function addComparison(wins: Wins, body: Expression, at: Counting): boolean {
  const { weight } = at;
  switch (body.kind) {
    case "integer":
      return addConstant(wins, at.where, weight * body.value);
    case "add":
      return body.terms.every((term) => addComparison(wins, term, at));
    case "subtract":
      return (
        addComparison(wins, body.left, at) &&
        addComparison(wins, body.right, { ...at, weight: -weight })
      );
    case "multiply":
      return (
        body.left.kind === "integer" &&
        addComparison(wins, body.right, { ...at, weight: weight * body.left.value })
      );
    case "bit":
      return addTruth(wins, body.operand, at);
    case "sign": {
      const { operand } = body;
      if (operand.kind !== "subtract") return false;
      const { left, right } = operand;
      // sign(a - b) = [a > b] + [a >= b] - 1
      return (
        addTruth(wins, compare(left, ">", right), at) &&
        addTruth(wins, compare(left, ">=", right), at) &&
        addConstant(wins, at.where, -weight)
      );
    }
    case "if": {
      const { condition, then, otherwise } = body;
      if (then.kind !== "integer" || otherwise.kind !== "integer") return false;
      return (
        addTruth(wins, condition, { ...at, weight: weight * (then.value - otherwise.value) }) &&
        addConstant(wins, at.where, weight * otherwise.value)
      );
    }
    default:
      return false;
  }
}

function addTruth(wins: Wins, condition: Expression, at: Counting): boolean {
  const found = comparisonOf(condition, at.pair);
  if (found === undefined) return false;
  if (wins.value !== undefined && !isSameValue(wins.value, found.value)) return false;
  wins.value = found.value;
  // [a < b] = 1 - [a >= b], [a <= b] = 1 - [a > b]
  const isTurned = found.operator.startsWith("<");
  const weight = isTurned ? -at.weight : at.weight;
  const isStrict = (found.operator.length === 1) !== isTurned;
  for (const region of regionsOf(wins, at.where)) {
    if (isStrict) region.strict += weight;
    else region.weak += weight;
  }
  return !isTurned || addConstant(wins, at.where, at.weight);
}

function addConstant(wins: Wins, where: Where, weight: number): boolean {
  for (const region of regionsOf(wins, where)) region.constant += weight;
  return true;
}

function regionsOf({ before, after }: Wins, where: Where) {
  if (where === "all") return [before, after];
  return [where === "before" ? before : after];
}
