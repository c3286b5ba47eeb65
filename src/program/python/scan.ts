import { placeAfter } from "../place.ts";
import type { Fold, Scan } from "../program.ts";
import { letsOf, scanSteps } from "../scan-steps.ts";
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
  const { end } = scan;
  const list: Statement = { kind: "assign", target: word(name), value: listOf([]) };
  return {
    statements: [list, ...walkStatements(name, scan, place)],
    value: endedBy(word(name), scan, end && listOf([expressionPhrase(end, place)])),
  };
}

/** A fold as a loop with variables that change, and what it comes to after it. */
export function foldLoop(fold: Fold, place: PythonPlace): ScanLoop {
  const value = expressionPhrase(fold.end, place);
  return { statements: walkStatements("", fold, place), value };
}

/** What is carried as it starts, and the loop in which it changes; items go to the list of a name. */
function walkStatements(name: string, walked: Scan | Fold, place: PythonPlace): Statement[] {
  const starts = walked.carried.map(
    ({ name: own, initial }): Statement => ({
      kind: "assign",
      target: word(own),
      value: numeral(initial),
    }),
  );
  const [clause, inner] = clauseOf(walked, place);
  return [...starts, { kind: "for", clause, body: bodyOf(name, walked, inner) }];
}

function clauseOf(walked: Scan | Fold, place: PythonPlace): readonly [Clause, PythonPlace] {
  const { range, carried, isBackward } = walked;
  const lets = letsOf(walked);
  const bodies = [
    ...lets.map(({ value }) => value),
    ...(walked.kind === "scan" ? [walked.body.result] : []),
    ...carried.map(({ next }) => next),
  ];
  const found = walk(range, { bodies, ranges: [], lets, isTable: false }, place);
  if (!isBackward) return [found.clause, found.place];
  const iterable = reversedItems(found.clause.iterable);
  if (iterable !== undefined) return [{ ...found.clause, iterable }, found.place];
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

function bodyOf(name: string, walked: Scan | Fold, start: PythonPlace): readonly Statement[] {
  let place = start;
  return scanSteps(walked, place.taken).flatMap((step): readonly Statement[] => {
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
