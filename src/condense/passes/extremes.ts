import {
  argmax,
  argmin,
  compare,
  integer,
  max,
  min,
  range,
  subtract,
  variable,
} from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Comparison, Expression, Program, Range } from "../../program/program.ts";
import { rebuild } from "../../program/rebuild.ts";
import { freeNames, substitute } from "./variables.ts";

/**
 * Says "the largest" where every value is compared with every other one.
 *
 * The place of a value with the most wins, or of one that beats all others, is the place of the largest;
 * whether the first or the last one wins a tie depends on how equal values are compared before and after
 * a place. "Beats all others" by itself is "is the largest".
 */
export function sayExtremes(program: Program): Program {
  let next = 0;
  const freshRange = ({ from, to }: Range): Range => range(`loop ${FIRST + next++}`, from, to);
  const visit = (expression: Expression): Expression => {
    const inner = rebuild(expression, { expression: visit });
    if (inner.kind === "argmax" || inner.kind === "argmin") return extremePlace(inner) ?? inner;
    if (inner.kind !== "table") return inner;
    const [only, ...others] = inner.ranges;
    if (only === undefined || others.length > 0) return inner;
    const result = winnersIn(inner.body.result, only, freshRange);
    return { ...inner, body: { ...inner.body, result } };
  };
  const { lets, result } = program.body;
  return {
    ...program,
    body: {
      ...program.body,
      lets: lets.map((each) => ({ ...each, value: visit(each.value) })),
      result: visit(result),
    },
  };
}

const FIRST = 2_000_000;

type Argmax = Extract<Expression, { readonly kind: "argmax" | "argmin" }>;

/** The place of the largest or smallest value, where the key says no more than that. */
function extremePlace(given: Argmax): Expression | undefined {
  const place = given.range;
  if (!isWhole(place)) return undefined;
  const scaled = scaleOf(given.body);
  const sign = (given.kind === "argmax" ? 1 : -1) * scaled.factor;
  const condition: Expression = sign > 0 ? scaled.key : { kind: "not", operand: scaled.key };
  const winner = conjunction(condition, place);
  const found = winner && extremeOf(winner);
  if (found !== undefined) return placeOf(found, winner!.value, place);
  const ranks = rankOf(given.body, place, given.kind === "argmax" ? 1 : -1);
  return ranks && placeOf(ranks.extreme, ranks.value, place);
}

/** Which place a key finds. */
interface Extreme {
  readonly isLargest: boolean;
  readonly isFirst: boolean;
  /** Of equal extremes all are found, not only one. */
  readonly isEvery: boolean;
}

function placeOf({ isLargest, isFirst }: Extreme, value: Value, place: Range): Expression {
  const at = (index: Expression): Expression =>
    substitute(value.expression, new Map([[value.variable, index]]));
  const find = isLargest ? argmax : argmin;
  if (isFirst) return find(place, at(variable(place.variable)));
  // The last one is the first from the end.
  const last = subtract(place.to, integer(1));
  return subtract(last, find(place, at(subtract(last, variable(place.variable)))));
}

/** Conditions on one place that say that its value is extreme. */
function winnersIn(
  expression: Expression,
  place: Range,
  freshRange: (range: Range) => Range,
): Expression {
  if (!isWhole(place)) return expression;
  const winner = expression.kind === "bit" ? undefined : conjunction(expression, place);
  const found = winner && extremeOf(winner);
  if (found === undefined) {
    return rebuild(expression, { expression: (part) => winnersIn(part, place, freshRange) });
  }
  const other = freshRange(place);
  const { value } = winner!;
  const at = (name: string): Expression =>
    substitute(value.expression, new Map([[value.variable, variable(name)]]));
  if (found.isEvery) {
    const extreme = (found.isLargest ? max : min)([other], at(other.variable));
    return compare(at(place.variable), "==", extreme);
  }
  return compare(variable(place.variable), "==", placeOf(found, value, other));
}

/** The value that is compared, with the variable that says of which place. */
interface Value {
  readonly expression: Expression;
  readonly variable: string;
}

/** How the value at a place compares with those before and after it, in all cases. */
interface Conjunction {
  readonly value: Value;
  readonly before: Comparison;
  readonly after: Comparison;
}

function extremeOf({ before, after }: Conjunction): Extreme | undefined {
  const isLargest = before.startsWith(">");
  if (after.startsWith(">") !== isLargest) return undefined;
  const [strictBefore, strictAfter] = [before.length === 1, after.length === 1];
  // Where equal values beat each other nowhere, there may be no winner at all.
  if (strictBefore && strictAfter) return undefined;
  return { isLargest, isFirst: !strictAfter, isEvery: !strictBefore && !strictAfter };
}

/** A condition as "the value at the place compares so with all before, and so with all after it". */
function conjunction(condition: Expression, place: Range): Conjunction | undefined {
  const relations = quantified(condition, place);
  if (relations === undefined) return undefined;
  let value: Value | undefined;
  let before: Comparison | undefined;
  let after: Comparison | undefined;
  for (const { where, operator, value: own } of relations) {
    if (value !== undefined && !isSameValue(value, own)) return undefined;
    value = own;
    if (where === "all" && operator.length === 1) return undefined;
    if (where !== "after") {
      if (before !== undefined) return undefined;
      before = operator;
    }
    if (where !== "before") {
      if (after !== undefined) return undefined;
      after = operator;
    }
  }
  return value && before && after ? { value, before, after } : undefined;
}

type Where = "all" | "before" | "after";

interface Relation {
  readonly where: Where;
  readonly operator: Comparison;
  readonly value: Value;
}

/** The parts of a conjunction that hold for all other places. */
function quantified(condition: Expression, place: Range): Relation[] | undefined {
  switch (condition.kind) {
    case "bit":
    case "truth":
      return quantified(condition.operand, place);
    case "and": {
      const parts = condition.operands.map((operand) => quantified(operand, place));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case "all":
      return relationOver(condition, place, false);
    case "not":
      return negated(condition.operand, place);
    default:
      return undefined;
  }
}

/** The parts of what is denied: not any is all not, not (a or b) is not a and not b. */
function negated(condition: Expression, place: Range): Relation[] | undefined {
  switch (condition.kind) {
    case "bit":
    case "truth":
      return negated(condition.operand, place);
    case "not":
      return quantified(condition.operand, place);
    case "or": {
      const parts = condition.operands.map((operand) => negated(operand, place));
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
    }
    case "any":
      return relationOver(condition, place, true);
    default:
      return undefined;
  }
}

function relationOver(
  { ranges, body }: Extract<Expression, { readonly kind: "any" | "all" }>,
  place: Range,
  isNegated: boolean,
): Relation[] | undefined {
  const [other, ...more] = ranges;
  const where = other && whereIs(other, place);
  if (where === undefined || more.length > 0) return undefined;
  const found = comparisonOf(body, { place: place.variable, other: other!.variable });
  if (found === undefined) return undefined;
  const operator = isNegated ? OPPOSITE[found.operator] : found.operator;
  return operator === undefined ? undefined : [{ where, operator, value: found.value }];
}

const OPPOSITE: Readonly<Partial<Record<Comparison, Comparison>>> = {
  "<": ">=",
  "<=": ">",
  ">": "<=",
  ">=": "<",
};

const MIRRORED: Readonly<Partial<Record<Comparison, Comparison>>> = {
  "<": ">",
  "<=": ">=",
  ">": "<",
  ">=": "<=",
};

function whereIs(other: Range, place: Range): Where | undefined {
  const isFromStart = isSame(other.from, integer(0));
  const isToEnd = isSame(other.to, place.to);
  if (isFromStart && isToEnd) return "all";
  if (isFromStart && isSame(other.to, variable(place.variable))) return "before";
  const next = { kind: "add", terms: [variable(place.variable), integer(1)] };
  return isToEnd && isSame(other.from, next) ? "after" : undefined;
}

function isWhole({ from }: Range): boolean {
  return isSame(from, integer(0));
}

interface Pair {
  readonly place: string;
  readonly other: string;
}

/** A condition as a comparison of one value at the place and at another one. */
function comparisonOf(
  condition: Expression,
  pair: Pair,
): { readonly operator: Comparison; readonly value: Value } | undefined {
  const sides = sidesOf(condition, pair);
  if (sides === undefined) return undefined;
  const { left, operator, right } = sides;
  const [a, b] = [freeNames(left), freeNames(right)];
  if (a.has(pair.place) && !a.has(pair.other) && b.has(pair.other) && !b.has(pair.place)) {
    const value = { expression: left, variable: pair.place };
    const moved = substitute(right, new Map([[pair.other, variable(pair.place)]]));
    return isSame(moved, left) ? { operator, value } : undefined;
  }
  const turned = MIRRORED[operator];
  if (turned === undefined || !a.has(pair.other)) return undefined;
  if (a.has(pair.place) || !b.has(pair.place) || b.has(pair.other)) return undefined;
  const moved = substitute(left, new Map([[pair.other, variable(pair.place)]]));
  const value = { expression: right, variable: pair.place };
  return isSame(moved, right) ? { operator: turned, value } : undefined;
}

interface Sides {
  readonly left: Expression;
  readonly operator: Comparison;
  readonly right: Expression;
}

function sidesOf(condition: Expression, pair: Pair): Sides | undefined {
  switch (condition.kind) {
    case "compare":
      return OPPOSITE[condition.operator] === undefined ? undefined : condition;
    case "bit":
    case "truth":
      return sidesOf(condition.operand, pair);
    case "not": {
      const sides = sidesOf(condition.operand, pair);
      return sides && { ...sides, operator: OPPOSITE[sides.operator]! };
    }
    case "and":
    case "or":
      return bitSides(condition.kind, condition.operands);
    default:
      return undefined;
  }
}

/** On bits, a and not b is a > b, and a or not b is a >= b. */
function bitSides(kind: "and" | "or", operands: readonly Expression[]): Sides | undefined {
  const [first, second, ...more] = operands.map(bitOf);
  if (first === undefined || second === undefined || more.length > 0) return undefined;
  if (first.isNegated === second.isNegated) return undefined;
  const [plain, negated] = first.isNegated ? [second, first] : [first, second];
  return { left: plain.cell, operator: kind === "and" ? ">" : ">=", right: negated.cell };
}

function bitOf(
  expression: Expression,
): { readonly cell: Expression; readonly isNegated: boolean } | undefined {
  if (expression.kind === "bit" || expression.kind === "truth") return bitOf(expression.operand);
  if (expression.kind === "element") return { cell: expression, isNegated: false };
  if (expression.kind !== "not") return undefined;
  const inner = bitOf(expression.operand);
  return inner && { ...inner, isNegated: !inner.isNegated };
}

function isSameValue(a: Value, b: Value): boolean {
  return isSame(
    a.expression,
    substitute(b.expression, new Map([[b.variable, variable(a.variable)]])),
  );
}

/** factor * key + constant: how a key is scaled does not matter but for its sign. */
function scaleOf(body: Expression): { readonly key: Expression; readonly factor: number } {
  if (body.kind === "add" || body.kind === "subtract") {
    const terms = body.kind === "add" ? body.terms : [body.left, body.right];
    const moving = terms.filter((term) => term.kind !== "integer");
    const isTaken = body.kind === "subtract" && body.right === moving[0];
    if (moving.length === 1) {
      const inner = scaleOf(moving[0]!);
      return isTaken ? { ...inner, factor: -inner.factor } : inner;
    }
  }
  if (body.kind === "multiply" && body.left.kind === "integer" && body.left.value !== 0) {
    const inner = scaleOf(body.right);
    return { key: inner.key, factor: inner.factor * body.left.value };
  }
  if (body.kind === "if" && body.then.kind === "integer" && body.otherwise.kind === "integer") {
    return { key: body.condition, factor: body.then.value - body.otherwise.value };
  }
  return { key: body, factor: 1 };
}

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
function rankOf(
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
