import type { Expression, Range } from "../program.ts";
import { type PythonPlace, seen } from "./python-place.ts";
import { type Sequence, sequenceOf } from "./sequence.ts";
import { type Reach, usesOf } from "./uses.ts";

type Element = Extract<Expression, { readonly kind: "element" }>;

/** A sequence, and how a range goes along it. */
export interface Reached {
  readonly range: Range;
  readonly reach: Reach;
  readonly sequence: Sequence;
}

/** The elements that a range reaches with the last index, as a sequence; undefined where they are none. */
export function reached(element: Element, range: Range, place: PythonPlace): Reached | undefined {
  const item = seen(element, place);
  const inside = { bodies: [item], ranges: [], lets: [], isTable: false };
  const [reach] = usesOf(range.variable, inside, place).reaches;
  if (reach?.prefix.length !== item.indices.length - 1) return undefined;
  const sequence = sequenceOf(range, reach, place);
  return sequence && { range, reach, sequence };
}
