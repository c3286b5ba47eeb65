import { partsOf } from "./parts.ts";
import type { Expression, Program, Size } from "./program.ts";
import { longEnough } from "./wrong-length.ts";

/**
 * Symbols of lengths below which a program fails whatever its inputs hold, with the least length for which it
 * does not: an element that is always read, x[2] or x[n - 3], has to be there.
 *
 * Only elements of inputs count, and of these only what is read in every run.
 */
export function leastLengths({
  inputs,
  body,
}: Pick<Program, "inputs" | "body">): ReadonlyMap<string, number> {
  const shapes = new Map(inputs.map(({ name, shape }) => [name, shape]));
  const least = new Map<string, number>();
  const visit = (expression: Expression): void => {
    if (expression.kind === "element") {
      const shape = shapes.get(expression.array) ?? [];
      expression.indices.forEach((index, axis) => {
        const needed = neededFor(index, shape[axis]);
        if (needed === undefined) return;
        const [symbol, length] = needed;
        if (length > (least.get(symbol) ?? 1)) least.set(symbol, length);
      });
    }
    for (const part of alwaysIn(expression)) visit(part);
  };
  for (const { value } of body.lets) visit(value);
  visit(body.result);
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

/** The parts that are computed wherever the expression is; what is repeated may be repeated no time. */
function alwaysIn(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "if":
      return [expression.condition];
    case "and":
    case "or":
      return expression.operands.slice(0, 1);
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
    case "table":
    case "scan":
    case "fold":
      return [];
    default:
      return partsOf(expression);
  }
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
