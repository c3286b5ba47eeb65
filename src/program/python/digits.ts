import type { Domain } from "../../math/domain.ts";
import { isSame, signedTerms, type Term } from "../idiom.ts";
import { mentions } from "../mentions.ts";
import type { Comparison, Expression, Range } from "../program.ts";
import { minus, plus, shiftFrom } from "./linear.ts";
import { infix, type Phrase, within } from "./phrase.ts";
import { isTuple, type PythonPlace } from "./python-place.ts";
import { reached } from "./reached.ts";
import { backwards } from "./sequence.ts";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/**
 * Numbers of equally many digits are compared as lists of digits are: by the first one that differs. The
 * comparison of the lists, `a > b`; undefined where the numbers are no such sums.
 */
export function digitsCompared(
  { left, operator, right }: Of<"compare">,
  place: PythonPlace,
): Phrase | undefined {
  const terms = signedTerms(minus(left, right));
  const rest = terms.filter(({ magnitude }) => magnitude.kind !== "integer");
  const lists = digitLists(rest, place);
  if (lists === undefined) return undefined;
  const against = besideZero(operator, terms);
  return against && infix("comparison", lists[0], [[against, lists[1]]]);
}

/** The two lists of which a difference has the sign that they have when they are compared. */
export function digitLists(
  difference: readonly Term[],
  place: PythonPlace,
): readonly [Phrase, Phrase] | undefined {
  const digits = difference.map(digitsOf);
  const [a, b, ...others] = digits.every((each) => each !== undefined) ? digits.flat() : [];
  if (a === undefined || b === undefined || others.length > 0) return undefined;
  const [more, less] = a.isTaken ? [b, a] : [a, b];
  if (more.isTaken || !less.isTaken || !areAlike(more, less, place)) return undefined;
  const lists = [more, less].map((each) => listOf(each, place));
  return lists.every((list) => list !== undefined) ? [lists[0]!, lists[1]!] : undefined;
}

/** `base ** ±(place in a range) * element`, summed up. */
interface Digits {
  readonly element: Of<"element">;
  readonly isTaken: boolean;
  readonly base: number;
  /** The exponents, as of the first, and whether they rise along the range. */
  readonly shift: Expression;
  readonly isRising: boolean;
  readonly range: Range;
}

function digitsOf({ magnitude, isNegative }: Term): readonly Digits[] | undefined {
  if (magnitude.kind !== "sum" || magnitude.ranges.length !== 1) return undefined;
  const { body, ranges } = magnitude;
  if (body.kind !== "multiply") return undefined;
  const [weight, of] =
    body.left.kind === "power" ? [body.left, body.right] : [body.right, body.left];
  if (weight.kind !== "power") return undefined;
  const [range] = ranges as readonly [Range];
  const exponent = exponentIn(weight.exponent, range.variable);
  if (exponent === undefined) return undefined;
  const digits = signedTerms(of).map((term): Digits | undefined => {
    const { magnitude: element } = term;
    if (element.kind !== "element") return undefined;
    const isTaken = term.isNegative !== isNegative;
    return { ...exponent, element, base: weight.base, range, isTaken };
  });
  return digits.every((each) => each !== undefined) ? digits : undefined;
}

function exponentIn(exponent: Expression, variable: string) {
  const rising = shiftFrom(variable, exponent);
  if (rising !== undefined) return { shift: rising, isRising: true };
  const shift = plus(exponent, { kind: "variable", name: variable });
  return mentions(shift, [variable]) ? undefined : { shift, isRising: false };
}

/** Do equal places of both have equal weights, and is no difference of two digits a step of the next place? */
function areAlike(a: Digits, b: Digits, { domains }: PythonPlace): boolean {
  const domainOf = ({ element: { array } }: Digits): Domain | undefined => domains.get(array);
  const [first, second] = [a, b].map((each) => boundsOf(domainOf(each)));
  if (first === undefined || second === undefined) return false;
  const areWeights =
    a.base === b.base &&
    a.isRising === b.isRising &&
    isSame([a.range.from, a.range.to], [b.range.from, b.range.to]) &&
    isSame(a.shift, b.shift);
  return areWeights && Math.max(first[1] - second[0], second[1] - first[0]) < a.base;
}

function boundsOf(domain: Domain | undefined): readonly [number, number] | undefined {
  switch (domain?.kind) {
    case "binary":
      return [0, 1];
    case "sign":
      return [-1, 1];
    case "integer":
      return [domain.low, domain.high];
    case "real":
    case "one-hot":
    case undefined:
      return undefined;
  }
}

/** The digits in a list, the first of which counts most. */
function listOf({ element, range, isRising }: Digits, place: PythonPlace): Phrase | undefined {
  const found = reached(element, range, place);
  if (found === undefined || isTuple(found.reach.array, place)) return undefined;
  return isRising ? backwards(within(found.phrase, "atom")) : found.phrase;
}

/** a - b >= 1 -> a > b, a - b > -1 -> a >= b, and so on; undefined where a distance is asked for. */
function besideZero(operator: Comparison, terms: readonly Term[]): Comparison | undefined {
  const constant = terms.reduce((sum, { isNegative, magnitude }) => {
    if (magnitude.kind !== "integer") return sum;
    return isNegative ? sum - magnitude.value : sum + magnitude.value;
  }, 0);
  if (constant === 0) return operator;
  if (constant === -1) return operator === ">=" ? ">" : operator === "<" ? "<=" : undefined;
  if (constant === 1) return operator === ">" ? ">=" : operator === "<=" ? "<" : undefined;
  return undefined;
}
