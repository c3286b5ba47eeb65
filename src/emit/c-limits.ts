import { tooLargeForC } from "../errors.ts";
import { partsOf } from "../program/parts.ts";
import type { Block, Expression, Program } from "../program/program.ts";
import { type Sizes, sizesUpTo } from "./sizes.ts";
import {
  blockSpan,
  INT64,
  inputSpans,
  isWithin,
  MOST_INPUT,
  type Spans,
  type Survey,
  spanOf,
  spansInside,
  type Whole,
} from "./span.ts";

/** Every length is at most that: no memory holds more. */
const MOST_LENGTH = 1n << 40n;

/** Sizes that a function must check, because beyond them a number would not fit 64 bits. */
export interface CheckedSizes {
  readonly sizes: Sizes;
  readonly checked: ReadonlyMap<string, bigint>;
}

/**
 * The largest sizes for which all integers of a program fit 64 bits.
 *
 * One size is limited where that is enough, else all alike. Throws DistillError if none are small enough.
 */
export function checkedSizes(program: Program): CheckedSizes {
  const free = sizesUpTo(MOST_LENGTH, program);
  if (fits(program, free)) return { sizes: free, checked: new Map() };
  const symbols = [...free.limits.keys()];
  const single = symbols.find((symbol) => fits(program, limited(free, [symbol], 1n)));
  const chosen = single === undefined ? symbols : [single];
  if (!fits(program, limited(free, chosen, 1n))) throw tooLargeForC(program.name);
  const limit = largest((length) => fits(program, limited(free, chosen, length)));
  const checked = new Map(chosen.map((symbol) => [symbol, limit] as const));
  return { sizes: limited(free, chosen, limit), checked };
}

function limited(sizes: Sizes, symbols: readonly string[], limit: bigint): Sizes {
  const limits = new Map(sizes.limits);
  for (const symbol of symbols) limits.set(symbol, limit);
  return { ...sizes, limits };
}

/** The largest length that holds, if 1 does and every smaller one than that too. */
function largest(holds: (length: bigint) => boolean): bigint {
  let [low, high] = [1n, MOST_LENGTH];
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (holds(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}

function fits(program: Program, sizes: Sizes): boolean {
  let isFine = true;
  const note = (whole: Whole) => {
    isFine &&= isWithin(whole, sizes, INT64);
  };
  const spans = inputSpans(program, MOST_INPUT);
  blockSpan(program.body, spans, { sizes, note });
  noteLengths(program.body, spans, { sizes, note });
  return isFine;
}

/** Notes how many elements each table has. */
function noteLengths(block: Block, start: Spans, survey: Survey): void {
  const quiet = { sizes: survey.sizes };
  let spans = start;
  for (const { name, value } of block.lets) {
    noteLengthsIn(value, spans, survey);
    spans = new Map(spans).set(name, spanOf(value, spans, quiet));
  }
  noteLengthsIn(block.result, spans, survey);
}

function noteLengthsIn(expression: Expression, spans: Spans, survey: Survey): void {
  if (expression.kind !== "table") {
    if (["list", "if", "softmax"].includes(expression.kind)) {
      for (const part of partsOf(expression)) noteLengthsIn(part, spans, survey);
    }
    return;
  }
  const [first, ...rest] = expression.ranges.map(({ to }) => to);
  const count = rest.reduce<Expression>(
    (left, right) => ({ kind: "multiply", left, right }),
    first!,
  );
  spanOf(count, spans, survey);
  const inner = spansInside(expression.ranges, spans, { sizes: survey.sizes });
  noteLengths(expression.body, inner, survey);
}
