import { constantOf } from "../idiom.ts";
import { placeAfter } from "../place.ts";
import type { Block, Expression, Range } from "../program.ts";
import { expressionPhrase } from "./expression.ts";
import { zerosPhrase } from "./pad.ts";
import { type Clause, call, comprehension, isWord, type Phrase, tupleOf, word } from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import { sliced } from "./sequence.ts";
import { count, walk } from "./walk.ts";

export type Table = Extract<Expression, { readonly kind: "table" }>;

/** A list within a list for each axis; named values inside it are loops over one value. */
export function tablePhrase(
  table: Table,
  start: PythonPlace,
  finish?: (row: Phrase) => Phrase,
): Phrase {
  const { ranges, body } = table;
  const constant = constantOf(table);
  if (constant !== undefined && finish === undefined) {
    return zerosPhrase(
      ranges.map(({ to }) => to),
      start,
      constant,
    );
  }
  const [clauses, inside] = clausesOf(ranges, body, start);
  const [named, place] = namedClauses(body, inside);
  const item = expressionPhrase(body.result, place);
  return clauses.reduceRight<Phrase>((inner, clause, axis) => {
    const isLast = axis === clauses.length - 1;
    const all = isLast ? [clause, ...named] : [clause];
    const row = listed(inner, all);
    return isLast && finish !== undefined ? finish(withoutCopy(row)) : row;
  }, item);
}

/** Is a table written as `[... for i in range(n)]`, rather than as loops that fill an array? */
export function isComprehension(table: Table, place: PythonPlace): boolean {
  if (table.body.lets.length > 0) return false;
  if (table.ranges.length === 1) return true;
  return tablePhrase(table, { ...place, sizes: new Map() }).tokens <= TWO_LINES;
}

/** The tokens of a nested comprehension that fits comfortably on two lines. */
const TWO_LINES = 60;

function clausesOf(
  ranges: readonly Range[],
  body: Block,
  start: PythonPlace,
): readonly [readonly Clause[], PythonPlace] {
  const bodies = [...body.lets.map(({ value }) => value), body.result];
  const clauses: Clause[] = [];
  let place = start;
  for (const [axis, range] of ranges.entries()) {
    const inside = { bodies, ranges: ranges.slice(axis + 1), lets: body.lets, isTable: true };
    const walked = walk(range, inside, place);
    // Beside other axes, the number of a row says more than a name for the row.
    const { clause, place: inner } =
      ranges.length > 1 && walked.clause.target.kind === "commas" ? count(range, place) : walked;
    clauses.push(clause);
    place = inner;
  }
  return [clauses, place];
}

function namedClauses(
  { lets }: Block,
  start: PythonPlace,
): readonly [readonly Clause[], PythonPlace] {
  let place = start;
  const clauses = lets.flatMap(({ name, value }): readonly Clause[] => {
    const phrase = expressionPhrase(value, place);
    place = placeAfter(place, { name, value });
    return isWord(phrase, name) ? [] : [{ target: word(name), iterable: tupleOf([phrase]) }];
  });
  return [clauses, place];
}

/** `softmax(list(x))` -> `softmax(x)`: a function that only reads needs no copy. */
function withoutCopy(row: Phrase): Phrase {
  return row.kind === "call" && isWord(row.callee, "list") ? row.arguments[0]! : row;
}

/** `[v for v in x]` is a copy of x. */
function listed(item: Phrase, clauses: readonly Clause[]): Phrase {
  const [{ target, iterable }] = clauses as readonly [Clause];
  if (clauses.length > 1 || target.kind !== "word" || !isWord(item, target.text)) {
    return comprehension("[]", item, clauses);
  }
  const isSlice = iterable.kind === "index" && iterable.index.kind === "slice";
  // x[1:] + x[:1] is a list of its own, too.
  if (isSlice || iterable.kind === "infix") return iterable;
  const list = sliced(iterable);
  return list === iterable ? call("list", iterable) : list;
}
