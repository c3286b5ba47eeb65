import { idiomatic, isFromZero } from "../idiom.ts";
import type { Expression, Range } from "../program.ts";
import { asNumber } from "./as-number.ts";
import { elementPhrase } from "./element.ts";
import { expressionPhrase } from "./expression.ts";
import {
  attribute,
  type Clause,
  call,
  comprehension,
  isWord,
  keyword,
  lambda,
  type Phrase,
  within,
} from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import { reached } from "./reached.ts";
import { ofRelation } from "./relation.ts";
import { sameItems } from "./same-items.ts";
import type { Inside } from "./uses.ts";
import { count, rangePhrase, walk } from "./walk.ts";

type Quantifier = Of<"any" | "all">;
type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** `sum(x)`, `any(map(any, x))`, `max(a * b for a, b in zip(x, y))`. */
export function reductionPhrase(
  { kind, ranges, body }: Of<"sum" | "any" | "all" | "max" | "min">,
  start: PythonPlace,
): Phrase {
  if (kind === "any" || kind === "all") return quantifierPhrase({ kind, ranges, body }, start);
  const [clauses, place] = clausesOf(ranges, [], body, start);
  return reduced(kind, itemPhrase(kind, body, place), clauses);
}

/** As many of the ranges as can be are said by comparing sequences, the others by loops around that. */
function quantifierPhrase(quantifier: Quantifier, start: PythonPlace): Phrase {
  const { kind, ranges, body } = quantifier;
  const related = ofRelation(quantifier, start.truths);
  for (const k of related === undefined ? [] : ranges.keys()) {
    const [outer, inner] = [ranges.slice(0, k), ranges.slice(k)];
    const [clauses, place] = clausesOf(outer, inner, body, start);
    const same = sameItems({ ...related!, ranges: inner }, place);
    if (same !== undefined) return k === 0 ? same : reduced(kind, same, clauses);
  }
  const [clauses, place] = clausesOf(ranges, [], body, start);
  return reduced(kind, expressionPhrase(related?.body ?? body, place), clauses);
}

/** The loops over ranges around further ones, and the place inside. */
function clausesOf(
  ranges: readonly Range[],
  inner: readonly Range[],
  body: Expression,
  start: PythonPlace,
): readonly [readonly Clause[], PythonPlace] {
  const clauses: Clause[] = [];
  let place = start;
  ranges.forEach((range, k) => {
    const walked = walk(range, insideOf([...ranges.slice(k + 1), ...inner], body), place);
    clauses.push(walked.clause);
    place = walked.place;
  });
  return [clauses, place];
}

/** Python adds truths as 0 and 1. */
function itemPhrase(kind: string, body: Expression, place: PythonPlace): Phrase {
  return expressionPhrase(kind === "sum" ? asNumber(body, place.truths) : body, place);
}

function reduced(kind: string, item: Phrase, clauses: readonly Clause[]): Phrase {
  const last = clauses.at(-1)!;
  const outer = clauses.slice(0, -1);
  if (isItem(item, last)) {
    // sum(v for v in x) -> sum(x), also for each row of an array
    const inner = call(kind, last.iterable);
    return outer.length === 0 ? inner : reduced(kind, inner, outer);
  }
  // sum(sum(row) for row in x) -> sum(map(sum, x))
  const isMapped =
    outer.length === 0 &&
    item.kind === "call" &&
    item.callee.kind === "word" &&
    item.arguments.length === 1 &&
    isItem(item.arguments[0]!, last);
  if (isMapped) return call(kind, call("map", item.callee, last.iterable));
  return call(kind, comprehension("", item, clauses));
}

/** The first place of an extreme: Python's max, min and index take the first of equals. */
export function extremePlacePhrase(
  { kind, range, body }: Of<"argmax" | "argmin">,
  place: PythonPlace,
): Phrase {
  const extreme = kind === "argmax" ? "max" : "min";
  const plain = idiomatic(body, place.truths);
  const key = expressionPhrase(asNumber(plain, place.truths), count(range, place).place);
  const counted = call(
    extreme,
    rangePhrase(range, place),
    keyword("key", lambda(range.variable, key)),
  );
  const whole = plain.kind === "element" ? wholeOf(plain, range, place) : undefined;
  if (whole === undefined) return counted;
  const found = call(attribute(whole.inOrder, "index"), call(extreme, whole.array));
  return found.tokens <= counted.tokens ? found : counted;
}

interface Whole {
  readonly array: Phrase;
  /** `x`, or `x[::-1]` where the range goes through it from its end, `(x[1:] + x[:1])` where it starts later. */
  readonly inOrder: Phrase;
}

/** The array, perhaps the other way round, of which the elements are all that a range reaches. */
function wholeOf(element: Of<"element">, range: Range, place: PythonPlace): Whole | undefined {
  const found = reached(element, range, place);
  if (!isFromZero(range) || !found?.isAll) return undefined;
  const { array, prefix } = found.reach;
  return { array: elementPhrase(array, prefix, place), inOrder: within(found.phrase, "atom") };
}

function isItem(item: Phrase, { target }: Clause): boolean {
  return target.kind === "word" && isWord(item, target.text);
}

function insideOf(ranges: readonly Range[], body: Expression): Inside {
  return {
    bodies: [body],
    lets: [],
    isTable: false,
    ranges,
  };
}
