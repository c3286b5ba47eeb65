import { placeAfter } from "../place.ts";
import type { Scan } from "../program.ts";
import { scanSteps } from "../scan-steps.ts";
import { expressionPhrase } from "./expression.ts";
import {
  attribute,
  type Clause,
  call,
  index,
  infix,
  isWord,
  listOf,
  numeral,
  type Phrase,
  slice,
  within,
  word,
} from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import type { Statement } from "./statement.ts";
import { count, walk } from "./walk.ts";

/** The loop that appends the items of a scan to an array, and what the array is after it. */
export interface ScanLoop {
  readonly statements: readonly Statement[];
  readonly value: Phrase;
}

/** A scan as a loop with variables that change. */
export function scanLoop(name: string, scan: Scan, place: PythonPlace): ScanLoop {
  const { carried, end } = scan;
  const starts = carried.map(
    ({ name: own, initial }): Statement => ({
      kind: "assign",
      target: word(own),
      value: numeral(initial),
    }),
  );
  const [clause, inner] = clauseOf(scan, place);
  return {
    statements: [
      { kind: "assign", target: word(name), value: listOf([]) },
      ...starts,
      { kind: "for", clause, body: bodyOf(name, scan, inner) },
    ],
    value: endedBy(word(name), scan, end && listOf([expressionPhrase(end, place)])),
  };
}

function clauseOf(
  { range, carried, body, isBackward }: Scan,
  place: PythonPlace,
): readonly [Clause, PythonPlace] {
  const bodies = [
    ...body.lets.map(({ value }) => value),
    body.result,
    ...carried.map(({ next }) => next),
  ];
  const walked = walk(range, { bodies, ranges: [], lets: body.lets, isTable: false }, place);
  if (!isBackward) return [walked.clause, walked.place];
  const iterable = reversedItems(walked.clause.iterable);
  if (iterable !== undefined) return [{ ...walked.clause, iterable }, walked.place];
  const counted = count(range, place);
  return [
    { ...counted.clause, iterable: call("reversed", counted.clause.iterable) },
    counted.place,
  ];
}

/** The same items, the last one first; undefined for what cannot be read from its end. */
function reversedItems(iterable: Phrase): Phrase | undefined {
  if (iterable.kind === "word" || iterable.kind === "index") return call("reversed", iterable);
  if (iterable.kind !== "call" || iterable.callee.kind !== "word") return undefined;
  switch (iterable.callee.text) {
    case "range":
      return call("reversed", iterable);
    case "reversed":
      return iterable.arguments[0];
    case "zip":
      // From their ends, only arrays of one length have the same partners: whole ones are.
      return iterable.arguments.every(({ kind }) => kind === "word")
        ? call("zip", ...iterable.arguments.map((part) => call("reversed", part)))
        : undefined;
    default:
      return undefined;
  }
}

function bodyOf(name: string, scan: Scan, start: PythonPlace): readonly Statement[] {
  let place = start;
  return scanSteps(scan, place.taken).flatMap((step): readonly Statement[] => {
    const value = expressionPhrase(step.value, place);
    if (step.kind === "item") {
      return [{ kind: "do", value: call(attribute(word(name), "append"), value) }];
    }
    if (step.kind === "name") place = placeAfter(place, step);
    // What the loop takes may have the name already.
    return isWord(value, step.name) ? [] : [{ kind: "assign", target: word(step.name), value }];
  });
}

/** `y`, `y + [carry]`; from the last place on `y[::-1]`, `[carry] + y[::-1]`. */
function endedBy(items: Phrase, { isBackward }: Scan, end: Phrase | undefined): Phrase {
  const ordered = isBackward ? index(items, slice({ step: numeral(-1) })) : items;
  if (end === undefined) return ordered;
  const [first, second] = isBackward ? [end, ordered] : [ordered, end];
  return infix("add", within(first, "add"), [["+", within(second, "multiply")]]);
}
