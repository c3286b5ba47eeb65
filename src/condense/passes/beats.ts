import { integer, variable } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Comparison, Expression, Range } from "../../program/program.ts";
import { freeNames, substitute } from "./variables.ts";

/** Which place a key finds. */
export interface Extreme {
  readonly isLargest: boolean;
  readonly isFirst: boolean;
  /** Of equal extremes all are found, not only one. */
  readonly isEvery: boolean;
}

/** The value that is compared, with the variable that says of which place. */
export interface Value {
  readonly expression: Expression;
  readonly variable: string;
}

/** How the value at a place compares with those before and after it, in all cases. */
interface Conjunction {
  readonly value: Value;
  readonly before: Comparison;
  readonly after: Comparison;
}

export function extremeOf({ before, after }: Conjunction): Extreme | undefined {
  const isLargest = before.startsWith(">");
  if (after.startsWith(">") !== isLargest) return undefined;
  const [strictBefore, strictAfter] = [before.length === 1, after.length === 1];
  // Where equal values beat each other nowhere, there may be no winner at all.
  if (strictBefore && strictAfter) return undefined;
  return { isLargest, isFirst: !strictAfter, isEvery: !strictBefore && !strictAfter };
}

/** A condition as "the value at the place compares so with all before, and so with all after it". */
export function conjunction(condition: Expression, place: Range): Conjunction | undefined {
  const relations = quantified(condition, place);
  if (relations === undefined) return undefined;
  let value: Value | undefined;
  let before: Comparison | undefined;
  let after: Comparison | undefined;
  for (const { where, operator, value: own } of relations) {
    if (value !== undefined && !isSameValue(value, own)) return undefined;
    value = own;
    if (where === "all" && operator.length === 1) return undefined;
    const isContrary = [before, after].some(
      (known) => known !== undefined && known[0] !== operator[0],
    );
    if (isContrary) return undefined;
    if (where !== "after") before = stricter(before, operator);
    if (where !== "before") after = stricter(after, operator);
  }
  return value && before && after ? { value, before, after } : undefined;
}

/** What both comparisons, which go the same way, say together of one place. */
function stricter(known: Comparison | undefined, operator: Comparison): Comparison {
  return known?.length === 1 ? known : operator;
}

export type Where = "all" | "before" | "after";

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

export function whereIs(other: Range, place: Range): Where | undefined {
  const isFromStart = isSame(other.from, integer(0));
  const isToEnd = isSame(other.to, place.to);
  if (isFromStart && isToEnd) return "all";
  if (isFromStart && isSame(other.to, variable(place.variable))) return "before";
  const next = { kind: "add", terms: [variable(place.variable), integer(1)] };
  return isToEnd && isSame(other.from, next) ? "after" : undefined;
}

export function isWhole({ from }: Range): boolean {
  return isSame(from, integer(0));
}

export interface Pair {
  readonly place: string;
  readonly other: string;
}

/** A condition as a comparison of one value at the place and at another one. */
export function comparisonOf(
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

export function isSameValue(a: Value, b: Value): boolean {
  return isSame(
    a.expression,
    substitute(b.expression, new Map([[b.variable, variable(a.variable)]])),
  );
}
