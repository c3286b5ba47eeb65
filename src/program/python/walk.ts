import { isFromZero, isSame, spelledOut } from "../idiom.ts";
import { fresh } from "../names.ts";
import { placeInside } from "../place.ts";
import type { Expression, Let, Range } from "../program.ts";
import { elementPhrase } from "./element.ts";
import { expressionPhrase } from "./expression.ts";
import { itemNames } from "./item-name.ts";
import {
  type Clause,
  call,
  commaList,
  numeral,
  type Phrase,
  star,
  tupleOf,
  word,
} from "./phrase.ts";
import { type PythonPlace, placeWithColumn, placeWithView } from "./python-place.ts";
import { inReadingOrder } from "./reading-order.ts";
import { type Sequence, sequenceOf } from "./sequence.ts";
import { type Inside, type Reach, usesOf } from "./uses.ts";

/** `for i in range(n)`, or `for row in x` where that says the same, and the place inside. */
export interface Walk {
  readonly clause: Clause;
  readonly place: PythonPlace;
}

/**
 * A loop over a range. Where its variable only tells which item of an array is meant, the loop takes the
 * items themselves; of several arrays with `zip`, beside the number of the item with `enumerate`.
 */
export function walk(range: Range, inside: Inside, place: PythonPlace): Walk {
  const { columns, isNumber, isIndex, ...uses } = usesOf(range.variable, inside, place);
  const reaches = inReadingOrder(uses.reaches, place);
  const counted = count(range, place);
  if (columns.length > 0) {
    const isAlone = columns.length === 1 && reaches.length === 0 && !isNumber && !isIndex;
    return (isAlone ? alongColumns(range, columns[0]!, place) : undefined) ?? counted;
  }
  if (isIndex || reaches.length === 0 || reaches.length > MOST_TOGETHER) return counted;
  const sequences = reaches.map((reach) => sequenceOf(range, reach, place));
  if (!sequences.every((sequence) => sequence !== undefined)) return counted;
  const isNumbered = isFromZero(range) && reaches.length === 1 && sequences[0]!.isWhole;
  if (isNumber && !isNumbered) return counted;
  // Where more than two places are moved against each other in a new array, their numbers say how.
  if (inside.isTable && reaches.length > 2 && sequences.some(({ isWhole }) => !isWhole)) {
    return counted;
  }
  const phrases = together(sequences);
  if (phrases === undefined) return counted;
  const { lets } = inside;
  const walked = items(range, { reaches, phrases, isNumber, lets }, place);
  const spared = reaches.map(
    ({ array, prefix, index, times }) =>
      times * (elementPhrase(array, [...prefix, index], counted.place).tokens - 1),
  );
  const added = size(walked.clause) - size(counted.clause);
  return spared.reduce((sum, each) => sum + each, 0) >= added ? walked : counted;
}

/** Arrays that a reader follows side by side. */
const MOST_TOGETHER = 3;

/** A loop that counts: `for i in range(n)`. */
export function count(range: Range, place: PythonPlace): Walk {
  const clause = { target: word(range.variable), iterable: rangePhrase(range, place) };
  return { clause, place: placeInside(place, [range]) };
}

/** The values of a range. */
export function rangePhrase(range: Range, place: PythonPlace): Phrase {
  const values = spelledOut(range);
  if (values !== undefined) return tupleOf(values.map(numeral));
  const bounds = isFromZero(range) ? [range.to] : [range.from, range.to];
  return call("range", ...bounds.map((bound) => expressionPhrase(bound, place)));
}

/** Sequences of which each turn takes one item; undefined where they might not end with the range. */
function together(sequences: readonly Sequence[]): readonly Phrase[] | undefined {
  // zip(x[:-1], x[1:]) -> zip(x, x[1:]): zip stops at the end of the shortest.
  const isAnyToEnd = sequences.some(({ open }) => open === undefined);
  const phrases = sequences.map(({ phrase, open = phrase }) => (isAnyToEnd ? open : phrase));
  return phrases.every((phrase) => phrase !== undefined) ? phrases : undefined;
}

interface Found {
  readonly reaches: readonly Reach[];
  readonly phrases: readonly Phrase[];
  readonly isNumber: boolean;
  readonly lets: readonly Let[];
}

function items(
  range: Range,
  { reaches, phrases, isNumber, lets }: Found,
  place: PythonPlace,
): Walk {
  const names = itemNames(reaches, lets, place);
  const inner = reaches.reduce(
    (at, { array, prefix, index }, k) =>
      placeWithView(at, { array, indices: [...prefix, index], name: names[k]! }),
    placeInside(place, [range]),
  );
  const targets = names.map(word);
  const target = commaList(isNumber ? [word(range.variable), ...targets] : targets);
  const zipped = phrases.length === 1 ? phrases[0]! : call("zip", ...phrases);
  const iterable = isNumber ? call("enumerate", zipped) : zipped;
  return { clause: { target, iterable }, place: inner };
}

/** `for column in zip(*x)` of an array of rows; undefined where the loop is not over all columns. */
function alongColumns(range: Range, array: string, place: PythonPlace): Walk | undefined {
  const lengths = place.lengths.get(array);
  const isKnown = lengths?.length === 2 && isSame(range.to, lengths[1]);
  const isGuessed = place.isPartial && lengths === undefined && range.to.kind === "size";
  if (!isFromZero(range) || !(isKnown || isGuessed)) return undefined;
  const name = fresh("column", place.taken);
  const index: Expression = { kind: "variable", name: range.variable };
  const inner = placeWithColumn(placeInside(place, [range]), { array, index, name });
  const iterable = call("zip", star(elementPhrase(array, [], place)));
  return { clause: { target: word(name), iterable }, place: inner };
}

function size({ target, iterable }: Clause): number {
  return target.tokens + iterable.tokens;
}
