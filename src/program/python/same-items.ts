import { integer } from "../build.ts";
import { opposite } from "../comparison.ts";
import { isSame } from "../idiom.ts";
import { mentions } from "../mentions.ts";
import type { Comparison, Expression, Range } from "../program.ts";
import { elementPhrase } from "./element.ts";
import { minus, plus } from "./linear.ts";
import { call, infix, type Phrase } from "./phrase.ts";
import { isTuple, type PythonPlace } from "./python-place.ts";
import { type Reached, reached } from "./reached.ts";
import type { Related } from "./relation.ts";
import { backwards, lengthAt } from "./sequence.ts";

type Element = Extract<Expression, { readonly kind: "element" }>;
type Sides = readonly [Reached, Reached];

/**
 * What is said of all items of two sequences, said of the sequences themselves: `x == y`, `x != x[::-1]`,
 * `x == sorted(x)`; undefined where it takes a loop.
 */
export function sameItems({ kind, ranges, body }: Related, place: PythonPlace): Phrase | undefined {
  const { left, right } = body;
  if (left.kind !== "element" || right.kind !== "element") return undefined;
  const sides = alongOutermost([left, right], ranges, place);
  if (sides === undefined) return undefined;
  // any(a != b) -> not all(a == b)
  const operator = kind === "all" ? body.operator : opposite[body.operator];
  const pair = equal(sides, operator, place) ?? sorted(sides, operator, place);
  return pair && infix("comparison", pair[0], [[kind === "all" ? "==" : "!=", pair[1]]]);
}

/** How one range goes along both arrays, where all others go along the whole of what is inside it. */
function alongOutermost(
  elements: readonly [Element, Element],
  ranges: readonly Range[],
  place: PythonPlace,
): Sides | undefined {
  const isLast = ({ variable }: Range) =>
    elements.every(({ indices }) => indices.length > 0 && mentions(indices.at(-1)!, [variable]));
  const range = ranges.find(isLast);
  if (range === undefined) return undefined;
  const [left, right] = elements.map((element) => reached(element, range, place));
  if (left === undefined || right === undefined) return undefined;
  const others = ranges.filter((other) => other !== range);
  if (others.length === 0) return [left, right];
  if (![left, right].every(isInOrder)) return undefined;
  return alongOutermost([outer(left), outer(right)], others, place);
}

function isInOrder({ isAll, reach }: Reached): boolean {
  return isAll && reach.way.kind === "rising";
}

/** What holds all the items. */
function outer({ reach: { array, prefix } }: Reached): Element {
  return { kind: "element", array, indices: prefix };
}

type Pair = readonly [Phrase, Phrase];

/** x[i] == y[i] for all i -> x == y; also where no item is above the one that comes to its place. */
function equal(sides: Sides, operator: Comparison, place: PythonPlace): Pair | undefined {
  const isAnyAbove = operator === "<=" || operator === ">=";
  const isEqual = operator === "==" || (isAnyAbove && arePermuted(sides));
  const [left, right] = sides;
  if (!isEqual || isTuple(left.reach.array, place) !== isTuple(right.reach.array, place)) {
    return undefined;
  }
  const [a, b] = [left.phrase, right.phrase];
  const isInOrder = a.tokens === b.tokens ? isBefore(left, right, place) : a.tokens < b.tokens;
  return isInOrder ? [a, b] : [b, a];
}

/** Do both sequences hold all items of one array? */
function arePermuted([left, right]: Sides): boolean {
  return left.isAll && right.isAll && isSame(outer(left), outer(right));
}

function isBefore(a: Reached, b: Reached, { lengths }: PythonPlace): boolean {
  const names = [...lengths.keys()];
  return names.indexOf(a.reach.array) <= names.indexOf(b.reach.array);
}

/** x[i] <= x[i + 1] for all i -> x == sorted(x), x[i] >= x[i + 1] -> x[::-1] == sorted(x). */
function sorted([left, right]: Sides, operator: Comparison, place: PythonPlace): Pair | undefined {
  if (operator !== "<=" && operator !== ">=") return undefined;
  const isForward = areNeighbours(left, right, place);
  if (!isForward && !areNeighbours(right, left, place)) return undefined;
  const { array, prefix } = left.reach;
  if (isTuple(array, place)) return undefined;
  const all = elementPhrase(array, prefix, place);
  const isAscending = isForward === (operator === "<=");
  return [isAscending ? all : backwards(all), call("sorted", all)];
}

/** Are the items of the second sequence, of all of an array, those that follow the items of the first? */
function areNeighbours(first: Reached, second: Reached, place: PythonPlace): boolean {
  if (
    !isSame(outer(first), outer(second)) ||
    ![first, second].every(({ reach: { way } }) => way.kind === "rising")
  )
    return false;
  const { range, reach } = first;
  const step = minus(second.reach.shift, reach.shift);
  const isFromStart = isSame(plus(reach.shift, range.from), integer(0));
  const isToEnd = isSame(plus(second.reach.shift, range.to), lengthAt(range, second.reach, place));
  return isSame(step, integer(1)) && isFromStart && isToEnd;
}
