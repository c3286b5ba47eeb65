import { fresh } from "../program/names.ts";
import type { Expression } from "../program/program.ts";
import { bracketed, concat, type Doc, enclosed, line, separated } from "./layout.ts";
import { lengthsOf, type Place } from "./place.ts";
import { atom, expressionDoc, infix, type Printed, within } from "./python-expression.ts";

type Pad = Extract<Expression, { readonly kind: "pad" }>;

/**
 * A padded copy of an array of any kind of sequence: `[0, *x, 0]`, and along the outer axes the same
 * with arrays of zeros. `zeros` is the name of such an array of the outermost axis, if it has one.
 */
export function padDoc(pad: Pad, place: Place, zeros?: string): Printed {
  const lengths = lengthsOf(pad, place)!;
  const rank = lengths.length;
  const padded = (array: Doc, axis: number): Printed => {
    const before = pad.before[axis]!;
    const after = pad.after[axis]!;
    if (axis === rank - 1) return around("0", before, { kind: "array", doc: array }, after);
    const named = axis === 0 ? zeros : undefined;
    const zero = named ?? zerosDoc(lengths.slice(axis + 1), place).doc;
    if (!isPadded(pad, axis + 1)) return around(zero, before, { kind: "array", doc: array }, after);
    const item = fresh(axis === rank - 2 ? "row" : "plane", place.taken);
    const rows = concat(padded(item, axis + 1).doc, line, "for ", item, " in ", array);
    return around(zero, before, { kind: "loop", doc: rows }, after);
  };
  return padded(pad.array, 0);
}

/** How many arrays of zeros a padded array of arrays holds. */
export function zeroRows({ before, after }: Pad): number {
  return before.length === 1 ? 0 : before[0]! + after[0]!;
}

/** The lengths of one of the arrays of zeros around an array of arrays. */
export function zeroLengths(pad: Pad, place: Place): readonly Expression[] {
  return lengthsOf(pad, place)!.slice(1);
}

/** An array of zeros, or of another constant: `[0] * n`, `[[0] * m for _ in range(n)]`. */
export function zerosDoc(lengths: readonly Expression[], place: Place, item = 0): Printed {
  const [length, ...rest] = lengths;
  const printed = expressionDoc(length!, place);
  if (rest.length === 0) return infix("multiply", `[${item}]`, [["*", within(printed, "prefix")]]);
  const inner = zerosDoc(rest, place, item).doc;
  return atom(bracketed("[", concat(inner, line, "for _ in range(", printed.doc, ")"), "]"));
}

/** Zeros, the items, zeros; up to three of a kind are spelled out. */
function around(zero: Doc, before: number, items: Items, after: number): Printed {
  const near = (count: number) => (count > 3 ? 0 : count);
  const far = (count: number): readonly Doc[] =>
    count > 3 ? [concat("[", zero, `] * ${count}`)] : [];
  const middle = listAround(zero, near(before), items, near(after));
  const [first, ...rest] = [...far(before), middle, ...far(after)];
  if (rest.length === 0) return atom(middle);
  return infix(
    "add",
    first!,
    rest.map((part) => ["+", part]),
  );
}

/** The items of a named array, or those that a loop makes. */
type Items = { readonly kind: "array" | "loop"; readonly doc: Doc };

function listAround(zero: Doc, before: number, { kind, doc }: Items, after: number): Doc {
  if (kind === "loop" && before + after === 0) return enclosed("[", doc, "]");
  const zeros = (count: number): readonly Doc[] => Array.from({ length: count }, () => zero);
  const middle = concat("*", kind === "loop" ? enclosed("(", doc, ")") : doc);
  return bracketed("[", separated([...zeros(before), middle, ...zeros(after)]), "]");
}

/** Does the padding add anything along this axis or those inside it? */
function isPadded({ before, after }: Pad, axis: number): boolean {
  return [...before.slice(axis), ...after.slice(axis)].some((count) => count > 0);
}
