import { fresh } from "../names.ts";
import { lengthsOf } from "../place.ts";
import type { Expression } from "../program.ts";
import { arrayPhrase } from "./element.ts";
import { expressionPhrase } from "./expression.ts";
import {
  call,
  comprehension,
  infix,
  joined,
  listOf,
  numeral,
  type Phrase,
  star,
  within,
  word,
} from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";

export type Pad = Extract<Expression, { readonly kind: "pad" }>;

/**
 * A padded copy of an array of any kind of sequence: `[0, *x, 0]`, and along the outer axes the same
 * with arrays of zeros. `zeros` is the name of such an array of the outermost axis, if it has one.
 */
export function padPhrase(pad: Pad, place: PythonPlace, zeros?: string): Phrase {
  const lengths = zeroLengths(pad, place);
  const rank = pad.before.length;
  const padded = (array: Phrase, axis: number): Phrase => {
    const named = axis === 0 && zeros !== undefined ? word(zeros) : undefined;
    const zero = () =>
      axis === rank - 1 ? word("0") : (named ?? zerosPhrase(lengths.slice(axis), place));
    const counts = [pad.before[axis]!, pad.after[axis]!] as const;
    if (axis === rank - 1 || !isPadded(pad, axis + 1)) return around(zero, counts, star(array));
    const item = fresh(axis === rank - 2 ? "row" : "plane", place.taken);
    const clauses = [{ target: word(item), iterable: array }];
    const inner = padded(word(item), axis + 1);
    if (counts[0] + counts[1] === 0) return comprehension("[]", inner, clauses);
    return around(zero, counts, star(comprehension("()", inner, clauses)));
  };
  return padded(arrayPhrase(pad.array, place), 0);
}

/** How many arrays of zeros a padded array of arrays holds. */
export function zeroRows({ before, after }: Pad): number {
  return before.length === 1 ? 0 : before[0]! + after[0]!;
}

/** The lengths of one of the arrays of zeros around an array of arrays; a guess where it is unknown. */
export function zeroLengths(pad: Pad, place: PythonPlace): readonly Expression[] {
  const unknown = pad.before.map((): Expression => ({ kind: "size", name: "?" }));
  return (lengthsOf(pad, place) ?? unknown).slice(1);
}

/** An array of zeros, or of another constant: `[0] * n`, `[[0] * m for _ in range(n)]`. */
export function zerosPhrase(lengths: readonly Expression[], place: PythonPlace, item = 0): Phrase {
  const [length, ...rest] = lengths;
  const phrase = expressionPhrase(length!, place);
  if (rest.length === 0) {
    return infix("multiply", listOf([numeral(item)]), [["*", within(phrase, "prefix")]]);
  }
  const clauses = [{ target: word("_"), iterable: call("range", phrase) }];
  return comprehension("[]", zerosPhrase(rest, place, item), clauses);
}

/** Zeros, the items, zeros; up to three of a kind are spelled out. */
function around(
  zero: () => Phrase,
  [before, after]: readonly [number, number],
  items: Phrase,
): Phrase {
  const near = (count: number) => Array.from({ length: count > 3 ? 0 : count }, zero);
  const far = (count: number) =>
    count > 3 ? [infix("multiply", listOf([zero()]), [["*", numeral(count)]])] : [];
  const middle = listOf([...near(before), items, ...near(after)]);
  return joined("add", "+", [...far(before), middle, ...far(after)]);
}

/** Does the padding add anything along this axis or those inside it? */
function isPadded({ before, after }: Pad, axis: number): boolean {
  return [...before.slice(axis), ...after.slice(axis)].some((count) => count > 0);
}
