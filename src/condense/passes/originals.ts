import { element, integer, size } from "../../program/build.ts";
import { isFromZero, isSame } from "../../program/idiom.ts";
import { mentions } from "../../program/mentions.ts";
import { partsOf } from "../../program/parts.ts";
import type { Block, Expression, Let, Program, Range, Size } from "../../program/program.ts";
import { shiftFrom } from "../../program/python/linear.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { rebuild, rebuildBlock } from "../../program/rebuild.ts";
import { rangesOf } from "./name-loops.ts";

/**
 * Reads what is sure to be inside an array from the array, rather than from its padded copy, where the
 * copy is then read in one way only: among many neighbours, all are better read from the copy.
 *
 * Of both forms the one that is shorter to read stays.
 */
export function readOriginals(program: Program): Program {
  return program.body.lets.reduce((best, each) => {
    const read = fromOriginal(best, each);
    return read !== undefined && readingCost(read) < readingCost(best) ? read : best;
  }, program);
}

/** The program that reads from the copy only what may be outside; undefined where that is not one thing. */
function fromOriginal(program: Program, copy: Let): Program | undefined {
  const { name, value } = copy;
  if (value.kind !== "pad") return undefined;
  const original = program.inputs.find((input) => input.name === value.array);
  if (original === undefined) return undefined;
  const { shape } = original;
  const read = (expression: Expression, around: readonly Range[]): Expression => {
    const inner = [...around, ...rangesOf(expression)];
    const rebuilt = rebuild(expression, { expression: (part) => read(part, inner) });
    if (rebuilt.kind !== "element" || rebuilt.array !== name) return rebuilt;
    const places = rebuilt.indices.map((index, axis) =>
      placeInside(index, { before: value.before[axis]!, length: shape[axis]! }, inner),
    );
    return places.every((place) => place !== undefined) ? element(value.array, ...places) : rebuilt;
  };
  const body = rebuildBlock(program.body, (each) => read(each, []));
  const left = readingsIn(body, name);
  if (left.size > 1) return undefined;
  const lets = left.size === 0 ? body.lets.filter((each) => each.name !== name) : body.lets;
  return { ...program, body: { ...body, lets } };
}

/** The variable by which an index of the copy is a place of the original, whatever its value. */
function placeInside(
  index: Expression,
  axis: { readonly before: number; readonly length: Size },
  around: readonly Range[],
): Expression | undefined {
  const range = around.find(({ variable }) => mentions(index, [variable]));
  if (range === undefined || !isFromZero(range)) return undefined;
  const length = typeof axis.length === "string" ? size(axis.length) : integer(axis.length);
  const isInside =
    isSame(range.to, length) && isSame(shiftFrom(range.variable, index), integer(axis.before));
  return isInside ? { kind: "variable", name: range.variable } : undefined;
}

/** The different ways in which an array is read. */
function readingsIn({ lets, result }: Block, name: string): ReadonlySet<string> {
  const readings = new Set<string>();
  const visit = (expression: Expression): void => {
    const isReading =
      (expression.kind === "element" && expression.array === name) ||
      (expression.kind === "variable" && expression.name === name) ||
      (expression.kind === "pad" && expression.array === name);
    if (isReading) readings.add(JSON.stringify(expression));
    for (const part of partsOf(expression)) visit(part);
  };
  for (const { value } of lets) visit(value);
  visit(result);
  return readings;
}
