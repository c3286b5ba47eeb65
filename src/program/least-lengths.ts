import { alwaysRead } from "./always-read.ts";
import type { Expression, Program, Size } from "./program.ts";
import { longEnough } from "./wrong-length.ts";

/**
 * Symbols of lengths below which a program fails whatever its inputs hold, with the least length for which it
 * does not: an element that is always read, x[2] or x[n - 3], has to be there.
 *
 * Only elements of inputs count, and of these only what is read in every run.
 */
export function leastLengths(
  program: Pick<Program, "inputs" | "body">,
): ReadonlyMap<string, number> {
  const shapes = new Map(program.inputs.map(({ name, shape }) => [name, shape]));
  const least = new Map<string, number>();
  for (const { array, indices } of alwaysRead(program)) {
    indices.forEach((index, axis) => {
      const needed = neededFor(index, shapes.get(array)?.[axis]);
      if (needed === undefined) return;
      const [symbol, length] = needed;
      if (length > (least.get(symbol) ?? 1)) least.set(symbol, length);
    });
  }
  return least;
}

/** A length that may be too short, and what is said of the first input that has it. */
export interface TooShort {
  readonly symbol: string;
  readonly least: number;
  readonly sentence: string;
}

/** The lengths that a printed function has to check. */
export function tooShort(program: Pick<Program, "inputs" | "body">): readonly TooShort[] {
  return [...leastLengths(program)].map(([symbol, least]) => {
    const { name, shape } = program.inputs.find((input) => input.shape.includes(symbol))!;
    const sentence = `${name} must ${longEnough(shape.indexOf(symbol), shape.length, least)}`;
    return { symbol, least, sentence };
  });
}

/** The length that an axis has to have so that an index, counted from either end, is in it. */
function neededFor(
  index: Expression,
  length: Size | undefined,
): readonly [symbol: string, length: number] | undefined {
  if (typeof length !== "string") return undefined;
  if (index.kind === "integer") return [length, index.value + 1];
  if (index.kind !== "subtract" || index.right.kind !== "integer") return undefined;
  const isFromEnd = index.left.kind === "size" && index.left.name === length;
  return isFromEnd ? [length, index.right.value] : undefined;
}
