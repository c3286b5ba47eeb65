import { extremesOf } from "../math/domain.ts";
import { alwaysRead } from "./always-read.ts";
import { compare, integer, or, size } from "./build.ts";
import { isSame, signedTerms } from "./idiom.ts";
import { mentions } from "./mentions.ts";
import type { Expression, Program, ProgramInput, Size } from "./program.ts";

/** A place of an input that others say and that may not be there. */
export interface LookedUp {
  /** What the inputs that say the place must do. */
  readonly sentence: string;
  /** Holds where it is not there: a truth about single inputs and lengths. Not given where arrays say the place. */
  readonly isOutside?: Expression;
}

/** Places that inputs say, read in every run, of which bounds do not tell that they are in the array. */
export function lookedUp(program: Pick<Program, "inputs" | "body">): readonly LookedUp[] {
  const found = new Map<string, LookedUp>();
  for (const { array, indices } of alwaysRead(program)) {
    const input = program.inputs.find(({ name }) => name === array);
    indices.forEach((index, axis) => {
      const place = input && placeIn(input, axis, index, program.inputs);
      if (place !== undefined) found.set(JSON.stringify([array, axis, index]), place);
    });
  }
  return [...found.values()];
}

function placeIn(
  { name, shape }: ProgramInput,
  axis: number,
  index: Expression,
  inputs: readonly ProgramInput[],
): LookedUp | undefined {
  const said = inputs.filter((input) => mentions(index, [input.name]));
  const bounds = boundsOf(index, inputs);
  if (bounds === undefined || said.length === 0) return undefined;
  const length = shape[axis]!;
  const isBelow = bounds.low < 0;
  const isBeyond = !isBelowLength(index, length, inputs);
  if (!isBelow && !isBeyond) return undefined;
  const end = typeof length === "string" ? size(length) : integer(length);
  const outside = [
    ...(isBelow ? [belowZero(index)] : []),
    ...(isBeyond ? [compare(index, ">=", end)] : []),
  ];
  const places = shape.length === 1 ? "a place" : `a place along axis ${axis}`;
  const sentence = `${said.map((input) => input.name).join(" and ")} must say ${places} in ${name}`;
  const areSingle = said.every((input) => input.shape.length === 0);
  return areSingle
    ? { sentence, isOutside: outside.length === 1 ? outside[0]! : or(...outside) }
    : { sentence };
}

/** `n - 1 - k < 0` as `k >= n`. */
function belowZero(index: Expression): Expression {
  const terms = signedTerms(index);
  const rest = terms.filter(({ magnitude }) => magnitude.kind !== "integer");
  const [end, taken] = rest;
  const isOneBefore = terms.some(
    ({ isNegative, magnitude }) => isNegative && isSame(magnitude, integer(1)),
  );
  const isPair = rest.length === 2 && terms.length === 3 && isOneBefore;
  return isPair && !end!.isNegative && taken!.isNegative
    ? compare(taken!.magnitude, ">=", end!.magnitude)
    : compare(index, "<", integer(0));
}

/** Of a length that is a symbol, what is left of `length - 1 - k` without it tells. */
function isBelowLength(index: Expression, length: Size, inputs: readonly ProgramInput[]): boolean {
  if (typeof length === "number") return boundsOf(index, inputs)!.high < length;
  const terms = signedTerms(index);
  const end = terms.findIndex(
    ({ isNegative, magnitude }) => !isNegative && isSame(magnitude, size(length)),
  );
  if (end === -1) return false;
  const rest = terms.toSpliced(end, 1).map(({ isNegative, magnitude }) => {
    const { low, high } = boundsOf(magnitude, inputs)!;
    return isNegative ? -low : high;
  });
  return rest.reduce((sum, high) => sum + high, 0) < 0;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What is not below 0, as loop variables, of which no more is known here. */
const ANY_PLACE: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

/** Between which integers an index is, for all lengths from 1 on; undefined where that is not known. */
function boundsOf(index: Expression, inputs: readonly ProgramInput[]): Bounds | undefined {
  switch (index.kind) {
    case "integer":
      return { low: index.value, high: index.value };
    case "size":
      return { low: 1, high: Number.POSITIVE_INFINITY };
    case "variable":
      return rangeOf(index.name, inputs) ?? ANY_PLACE;
    case "element":
      return rangeOf(index.array, inputs);
    case "power":
      return index.base > 0 ? ANY_PLACE : undefined;
    case "sum": {
      const body = boundsOf(index.body, inputs);
      return body && body.low >= 0 ? ANY_PLACE : undefined;
    }
    case "add":
      return sumOfBounds(index.terms.map((term) => boundsOf(term, inputs)));
    case "subtract": {
      const right = boundsOf(index.right, inputs);
      const taken = right && { low: -right.high, high: -right.low };
      return sumOfBounds([boundsOf(index.left, inputs), taken]);
    }
    case "multiply": {
      const [left, right] = [boundsOf(index.left, inputs), boundsOf(index.right, inputs)];
      if (left === undefined || right === undefined) return undefined;
      // What is 0 stays 0, however large the other one may be.
      const ends = [left.low, left.high].flatMap((a) =>
        [right.low, right.high].map((b) => (a === 0 || b === 0 ? 0 : a * b)),
      );
      return { low: Math.min(...ends), high: Math.max(...ends) };
    }
    default:
      return undefined;
  }
}

function sumOfBounds(terms: readonly (Bounds | undefined)[]): Bounds | undefined {
  return terms.reduce<Bounds | undefined>(
    (sum, term) => sum && term && { low: sum.low + term.low, high: sum.high + term.high },
    { low: 0, high: 0 },
  );
}

/** Between which integers the cells of an input are; undefined for other names. */
function rangeOf(name: string, inputs: readonly ProgramInput[]): Bounds | undefined {
  const input = inputs.find((each) => each.name === name);
  return input && extremesOf(input.domain);
}
