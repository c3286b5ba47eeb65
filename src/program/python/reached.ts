import type { Expression, Range } from "../program.ts";
import type { Phrase } from "./phrase.ts";
import { type PythonPlace, seen } from "./python-place.ts";
import { sequenceOf, sliced } from "./sequence.ts";
import { type Reach, usesOf } from "./uses.ts";

type Element = Extract<Expression, { readonly kind: "element" }>;

/** A list, or tuple, of the elements that a range reaches, and how. */
export interface Reached {
  readonly range: Range;
  readonly reach: Reach;
  readonly phrase: Phrase;
  /** Are these all items of the array, in some order? */
  readonly isAll: boolean;
}

/** The elements that a range reaches with the last index; undefined where it takes a loop to say which. */
export function reached(element: Element, range: Range, place: PythonPlace): Reached | undefined {
  const item = seen(element, place);
  const inside = { bodies: [item], ranges: [], lets: [], isTable: false };
  const [reach] = usesOf(range.variable, inside, place).reaches;
  if (reach?.prefix.length !== item.indices.length - 1) return undefined;
  const sequence = sequenceOf(range, reach, place);
  if (sequence?.phrase === undefined) return undefined;
  const isAll = sequence.isWhole || reach.way.kind === "ring";
  return { range, reach, phrase: sliced(sequence.phrase), isAll };
}
