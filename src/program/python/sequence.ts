import { isFromZero, isSame } from "../idiom.ts";
import type { Expression, Range } from "../program.ts";
import { elementPhrase } from "./element.ts";
import { expressionPhrase } from "./expression.ts";
import { minus, plus } from "./linear.ts";
import { isNatural } from "./natural.ts";
import { call, index, isWord, joined, numeral, type Phrase, slice } from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import type { Reach } from "./uses.ts";

/** What a loop's variable reaches, in order, as one sequence: `x`, `row`, `x[1:]`, `x[i:i + 3]`. */
export interface Sequence {
  /** Undefined where there is no short slice that ends with the range. */
  readonly phrase?: Phrase;
  /** Is it the whole array, rather than a slice? */
  readonly isWhole: boolean;
  /** The same to the end of the array, for a slice that stops before. */
  readonly open?: Phrase;
}

/** The sequence that a loop over a range reaches; undefined where slices would say something else. */
export function sequenceOf(range: Range, reach: Reach, place: PythonPlace): Sequence | undefined {
  const { array, prefix, shift, way } = reach;
  const length = lengthAt(range, reach, place);
  if (length === undefined) return undefined;
  const base = elementPhrase(array, prefix, place);
  switch (way.kind) {
    case "rising":
      return rising(range, reach, { base, length }, place);
    case "falling": {
      const isBackwards = isFromZero(range) && isSame(plus(range.to, zero), length);
      const isWhole = isBackwards && isSame(plus(shift, { kind: "integer", value: 1 }), length);
      return isWhole ? { phrase: call("reversed", base), isWhole } : undefined;
    }
    case "ring": {
      const isAround = [range.to, way.length].every((each) => isSame(plus(each, zero), length));
      return isFromZero(range) && isAround ? turned(shift, { base, length }) : undefined;
    }
    case "strided":
      return strided(range, { shift, stride: way.stride }, { base, length });
  }
}

/** What a sequence is taken from. */
interface Source {
  readonly base: Phrase;
  readonly length: Expression;
}

function rising(
  range: Range,
  { shift, isCertain }: Reach,
  { base, length }: Source,
  place: PythonPlace,
): Sequence | undefined {
  const [start, stop] = [plus(shift, range.from), plus(shift, range.to)];
  const isFromStart = isZero(start);
  const isToEnd = isSame(stop, length);
  if (isFromStart && isToEnd) return { phrase: base, isWhole: true };
  const to = isToEnd ? undefined : stopPhrase(stop, { length, isCertain }, place);
  if (!isNatural(start, place) || (to === undefined && !isToEnd)) return undefined;
  const from = isFromStart ? {} : { from: expressionPhrase(start, place) };
  const bounds = slice({ ...from, ...(to === undefined ? {} : { to }) });
  const slicePhrase = index(base, bounds);
  if (isToEnd) return { phrase: slicePhrase, isWhole: false };
  return {
    phrase: slicePhrase,
    isWhole: false,
    open: isFromStart ? base : index(base, slice(from)),
  };
}

/** x[(i + 1) % n] for i < n -> x[1:] + x[:1], for as many steps as any ring of one or two can be turned by. */
function turned(shift: Expression, { base, length }: Source): Sequence | undefined {
  if (shift.kind !== "integer" || shift.value === 0) return undefined;
  const most = length.kind === "integer" ? length.value : 2;
  if (Math.abs(shift.value) > most) return undefined;
  const cut = numeral(shift.value);
  const [end, start] = [slice({ from: cut }), slice({ to: cut })].map((part) => index(base, part));
  return { phrase: joined("add", "+", [end!, start!]), isWhole: false };
}

/** x[2 * i] for i < n // 2 -> x[::2], which may have one item more; x[2 * i + 1] -> x[1::2]. */
function strided(
  range: Range,
  { shift, stride }: { readonly shift: Expression; readonly stride: number },
  { base, length }: Source,
): Sequence | undefined {
  const count: Expression = {
    kind: "divide",
    left: length,
    right: { kind: "integer", value: stride },
  };
  if (stride < 2 || !isFromZero(range) || !isSame(range.to, count)) return undefined;
  if (shift.kind !== "integer" || shift.value < 0 || shift.value >= stride) return undefined;
  const from = shift.value === 0 ? {} : { from: numeral(shift.value) };
  const phrase = index(base, slice({ ...from, step: numeral(stride) }));
  const isExact = shift.value === stride - 1;
  return { ...(isExact ? { phrase } : { open: phrase }), isWhole: false };
}

/** The length of the axis that is walked along; where it is unknown, a range from 0 is taken to be all of it. */
export function lengthAt(
  range: Range,
  { array, prefix, shift }: Reach,
  place: PythonPlace,
): Expression | undefined {
  const known = place.lengths.get(array)?.[prefix.length];
  if (known !== undefined) return plus(known, zero);
  if (!place.isPartial) return undefined;
  return range.to.kind === "size" && isFromZero(range) && isZero(shift)
    ? range.to
    : { kind: "size", name: "?" };
}

/** The end of a slice: -1 is the last place, and where a range would be empty so is the slice. */
function stopPhrase(
  stop: Expression,
  { length, isCertain }: { readonly length: Expression; readonly isCertain: boolean },
  place: PythonPlace,
): Phrase | undefined {
  const beyond = minus(stop, length);
  if (length.kind !== "integer" && beyond.kind === "integer" && beyond.value < 0) {
    return numeral(beyond.value);
  }
  // A slice leaves out what is beyond the end: nothing is, where all elements are read.
  return isCertain && isNatural(stop, place) ? expressionPhrase(stop, place) : undefined;
}

/** The other way round: `x[::-1]`. */
export function backwards(list: Phrase): Phrase {
  return index(list, slice({ step: numeral(-1) }));
}

/** reversed(x) -> x[::-1], which is a list again. */
export function sliced(phrase: Phrase): Phrase {
  const isReversed = phrase.kind === "call" && isWord(phrase.callee, "reversed");
  return isReversed ? backwards(phrase.arguments[0]!) : phrase;
}

const zero: Expression = { kind: "integer", value: 0 };

function isZero(expression: Expression): boolean {
  return expression.kind === "integer" && expression.value === 0;
}
