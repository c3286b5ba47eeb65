import {
  type Count,
  clausesTokens,
  countInside,
  padTokens,
  read,
  zeroLengths,
  zerosTokens,
} from "./expression-size.ts";
import { isTruth } from "./idiom.ts";
import type { Block, Expression, Let, Program, ProgramInput } from "./program.ts";

/**
 * The length of a program in tokens.
 *
 * It counts what a reader of the printed Python reads, token by token, without docstring:
 *
 *     def rule30(x):                                  6
 *         n = len(x)                                  6
 *         return [                                    2
 *             x[i - 1] ^ (x[i] | x[(i + 1) % n])     24
 *             for i in range(n)                       7
 *         ]                                           1    46 in all
 *
 * Parentheses that a language adds only to break a long line are not counted.
 * Cost: linear in the size of the program, but for nested logic.
 */
export function tokens(program: Program): number {
  const shapes = new Map(program.inputs.map(({ name, shape }) => [name, shape]));
  const count: Count = { shapes, truths: new Set(), ranges: new Map(), uses: new Map() };
  const body = bodyTokens(program.body, count);
  const guards = program.inputs.map(guardTokens).reduce((sum, guard) => sum + guard, 0);
  return 4 + 2 * program.inputs.length + sizesTokens(program.inputs, count) + guards + body;
}

/** The length of an expression on its own. */
export function expressionTokens(expression: Expression): number {
  return read(expression, empty()).tokens;
}

/** Is a table read as `[... for i in range(n)]`, rather than as loops that fill an array? */
export function isComprehension({ ranges, body }: Table): boolean {
  if (body.lets.length > 0) return false;
  return ranges.length === 1 || expressionTokens({ kind: "table", ranges, body }) <= TWO_LINES;
}

/** The tokens of a nested comprehension that fits comfortably on two lines. */
const TWO_LINES = 60;

type Table = Extract<Expression, { readonly kind: "table" }>;

function empty(): Count {
  return { shapes: new Map(), truths: new Set(), uses: new Map() };
}

function bodyTokens(block: Block, start: Count): number {
  const [lets, count] = letsTokens(block.lets, start);
  const { result } = block;
  if (result.kind === "table" && !isComprehension(result))
    return lets + loopTokens(result, count) + 2;
  const integer: Expression = isTruth(result, count.truths)
    ? { kind: "bit", operand: result }
    : result;
  return lets + 1 + read(integer, count).tokens;
}

/** The tokens of assignments, and the counting after them. */
function letsTokens(lets: readonly Let[], start: Count): readonly [number, Count] {
  let tokens = 0;
  let count = start;
  for (const { name, value } of lets) {
    tokens += assignTokens(value, count);
    if (isTruth(value, count.truths)) count = { ...count, truths: new Set(count.truths).add(name) };
  }
  return [tokens, count];
}

function assignTokens(value: Expression, count: Count): number {
  if (value.kind === "table" && !isComprehension(value)) return loopTokens(value, count);
  const isNamed =
    value.kind === "pad" && value.before.length > 1 && value.before[0]! + value.after[0]! > 1;
  if (!isNamed) return 2 + read(value, count).tokens;
  const inner = zeroLengths(value, count);
  const zeros = zerosTokens(inner, count).tokens;
  const padded = padTokens(value, 0, (axis) =>
    axis === 0 ? 1 : zerosTokens(inner.slice(axis), count).tokens,
  );
  return 2 + zeros + 2 + padded.tokens;
}

/** `y = []`, the loops, the names inside them and `y.append(...)`; nested, `y[i][j] = ...`. */
function loopTokens({ ranges, body }: Table, start: Count): number {
  const loops = clausesTokens(ranges, start) + ranges.length;
  const [lets, count] = letsTokens(body.lets, countInside(start, ranges));
  const result = read(body.result, count).tokens;
  if (ranges.length === 1) return 4 + loops + lets + 5 + result;
  const zeros = zerosTokens(
    ranges.map(({ to }) => to),
    start,
  ).tokens;
  return 2 + zeros + loops + lets + 2 + 3 * ranges.length + result;
}

/** `n, m = len(x), len(x[0])`; a size that is used once is written where it is used. */
function sizesTokens(inputs: readonly ProgramInput[], { uses }: Count): number {
  const axes = new Map<string, number>();
  for (const { shape } of inputs) {
    shape.forEach((size, axis) => {
      if (typeof size === "string" && !axes.has(size)) axes.set(size, axis);
    });
  }
  let tokens = 0;
  for (const [size, axis] of axes) {
    const times = uses.get(size) ?? 0;
    if (times === 1) tokens += 3 + 3 * axis;
    if (times > 1) tokens += 1 + 4 + 3 * axis + 2;
  }
  const isBound = [...axes.keys()].some((size) => (uses.get(size) ?? 0) > 1);
  return isBound ? tokens - 1 : tokens;
}

/** `if len(x) != 20: raise ValueError("...")` where a length is fixed. */
function guardTokens({ shape }: ProgramInput): number {
  const checks = shape.flatMap((length, axis) => {
    if (typeof length === "string") return [];
    return [axis === 0 ? 6 : 9 + 4 * axis];
  });
  if (checks.length === 0) return 0;
  return 2 + checks.reduce((sum, check) => sum + check + 1, -1) + 5;
}
