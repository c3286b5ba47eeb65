import { extremesOf } from "../math/domain.ts";
import { alwaysRead } from "./always-read.ts";
import { compare, integer, or, size } from "./build.ts";
import { isSame, signedTerms } from "./idiom.ts";
import type { Expression, Program, ProgramInput, Size } from "./program.ts";

/** A place of an input that others say and that may not be there. */
export interface LookedUp {
  /** Holds where it is not: a truth about inputs and their lengths. */
  readonly isOutside: Expression;
  /** What the inputs that say the place must do. */
  readonly sentence: string;
}

/**
 * Places that single inputs say, read in every run, of which bounds do not tell that they are in the array.
 *
 * Only sums, differences and multiples of single inputs, lengths and constants are looked at.
 */
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
  const bounds = boundsOf(index, inputs);
  const said = bounds === undefined ? [] : namesIn(index, inputs);
  if (bounds === undefined || said.length === 0) return undefined;
  const length = shape[axis]!;
  const isBelow = bounds.low < 0;
  const isBeyond = !isBelowLength(index, length, inputs);
  if (!isBelow && !isBeyond) return undefined;
  const end = typeof length === "string" ? size(length) : integer(length);
  const outside = [
    ...(isBelow ? [compare(index, "<", integer(0))] : []),
    ...(isBeyond ? [compare(index, ">=", end)] : []),
  ];
  const places = shape.length === 1 ? "a place" : `a place along axis ${axis}`;
  return {
    isOutside: outside.length === 1 ? outside[0]! : or(...outside),
    sentence: `${said.join(" and ")} must say ${places} in ${name}`,
  };
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

/** Between which integers an index is, for all lengths from 1 on; undefined for other expressions. */
function boundsOf(index: Expression, inputs: readonly ProgramInput[]): Bounds | undefined {
  switch (index.kind) {
    case "integer":
      return { low: index.value, high: index.value };
    case "size":
      return { low: 1, high: Number.POSITIVE_INFINITY };
    case "variable": {
      const input = inputs.find(({ name }) => name === index.name);
      return input?.shape.length === 0 ? extremesOf(input.domain) : undefined;
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
      const ends = [left.low, left.high].flatMap((a) => [a * right.low, a * right.high]);
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

/** The single inputs of an index, in the order of the signature. */
function namesIn(index: Expression, inputs: readonly ProgramInput[]): string[] {
  const used = new Set(signedTerms(index).flatMap(({ magnitude }) => variablesIn(magnitude)));
  return inputs.map(({ name }) => name).filter((name) => used.has(name));
}

function variablesIn(term: Expression): string[] {
  if (term.kind === "variable") return [term.name];
  return term.kind === "multiply" ? [...variablesIn(term.left), ...variablesIn(term.right)] : [];
}
