import type { Label } from "../../math/label.ts";
import { isFromZero, isSame, signedTerms, stepBack } from "../idiom.ts";
import type { Expression } from "../program.ts";
import { expressionPhrase } from "./expression.ts";
import { sumOf } from "./linear.ts";
import { literal } from "./literal.ts";
import { isNatural } from "./natural.ts";
import { index, type Phrase, tupleOf, within, word } from "./phrase.ts";
import { type PythonPlace, seen, type View } from "./python-place.ts";

/** An element. */
export function elementOf(element: Element, place: PythonPlace): Phrase {
  const { array, indices } = seen(element, place);
  return elementPhrase(array, indices, place);
}

type Element = Extract<Expression, { readonly kind: "element" }>;

/** An element of an array, or the array of all elements that start with these indices. */
export function elementPhrase(
  array: string,
  indices: readonly Expression[],
  place: PythonPlace,
): Phrase {
  const view = viewOf(array, indices, place);
  const texts = place.texts.get(array);
  if (view === undefined && texts !== undefined) return textPhrase(texts, indices, place);
  const given = view?.indices.length ?? 0;
  return indices
    .slice(given)
    .reduce<Phrase>(
      (part, at, k) => index(part, indexPhrase(at, place.lengths.get(array)?.[given + k], place)),
      view === undefined ? arrayPhrase(array, place) : word(view.name),
    );
}

/** An array by its name, or how it is padded. */
export function arrayPhrase(array: string, { pads }: PythonPlace): Phrase {
  const padded = pads.get(array);
  return padded === undefined ? word(array) : within(padded, "atom");
}

/** A constant of those, or all of them. */
function textPhrase(
  texts: readonly Label[],
  indices: readonly Expression[],
  place: PythonPlace,
): Phrase {
  const [at] = indices;
  if (at?.kind === "integer") return literal(texts[at.value]!);
  const all = tupleOf(texts.map(literal));
  return at === undefined ? all : index(all, expressionPhrase(at, place));
}

/** The smallest named part of the array that holds the element. */
function viewOf(
  array: string,
  indices: readonly Expression[],
  { views }: PythonPlace,
): View | undefined {
  const around = views.filter(
    (view) =>
      view.array === array &&
      view.indices.length <= indices.length &&
      view.indices.every((at, k) => isSame(at, indices[k])),
  );
  return around.reduce<View | undefined>(
    (best, view) => (view.indices.length > (best?.indices.length ?? 0) ? view : best),
    undefined,
  );
}

/** Counted from the end, -1 is the last place, as in Python. */
function indexPhrase(at: Expression, length: Expression | undefined, place: PythonPlace): Phrase {
  const isRing = at.kind === "modulo" && isOneBack(at, length, place);
  const plain = isRing ? at.left : (fromEnd(at, length, place) ?? at);
  return expressionPhrase(plain, place);
}

/** On a ring, `x[i - 1]` needs no modulo where i runs over all of it. */
function isOneBack(at: Expression, length: Expression | undefined, place: PythonPlace): boolean {
  const step = stepBack(at);
  if (step === undefined || place.isPartial) return step !== undefined;
  const range = place.ranges.get(step.variable);
  if (range === undefined || length === undefined) return false;
  return isFromZero(range) && isSame(step.length, length) && isSame(range.to, length);
}

/** `n - 1 - i` without n, where that is below 0; undefined where it may not be. */
function fromEnd(
  at: Expression,
  length: Expression | undefined,
  place: PythonPlace,
): Expression | undefined {
  if (at.kind !== "add" && at.kind !== "subtract") return undefined;
  const terms = signedTerms(at);
  const end = terms.findIndex(
    ({ isNegative, magnitude }) =>
      !isNegative && magnitude.kind === "size" && (place.isPartial || isSame(magnitude, length)),
  );
  if (end < 0) return undefined;
  const rest = terms.toSpliced(end, 1);
  const isBelow = rest.some(({ magnitude }) => magnitude.kind === "integer" && magnitude.value > 0);
  const isCertain =
    isBelow && rest.every((term) => term.isNegative && isNatural(term.magnitude, place));
  return isCertain ? sumOf(rest) : undefined;
}
