import { inputTooLargeForC, tooLargeForC } from "../errors.ts";
import { partsOf } from "../program/parts.ts";
import type { Block, Expression, Program } from "../program/program.ts";
import { type CheckedSizes, MOST_LENGTH, narrowedSizes } from "./checked-sizes.ts";
import { type Sizes, sizesUpTo } from "./sizes.ts";
import { INT32, INT64, isWithin, type Survey, type Whole } from "./span.ts";
import { blockSpan, inputSpans, MOST_INPUT, type Spans, spanOf, spansInside } from "./span-of.ts";

/**
 * The largest sizes for which all integers of a program fit 64 bits, and its result 32 where that can be.
 *
 * One size is limited where that is enough, else all alike. Throws DistillError if none are small enough,
 * or if an input needs more than 32 bits.
 */
export function checkedSizes(program: Program): CheckedSizes {
  checkInputs(program);
  const free = { sizes: sizesUpTo(MOST_LENGTH, program), checked: new Map() };
  const computable = narrowedSizes(free, (sizes) => fits(program, sizes));
  if (computable === undefined) throw tooLargeForC(program.name);
  const returnable = narrowedSizes(computable, (sizes) => resultFits(program, sizes));
  const isRoomy = [...(returnable?.sizes.limits.values() ?? [])].every((limit) => limit >= ROOMY);
  return returnable !== undefined && isRoomy ? returnable : computable;
}

function checkInputs({ inputs }: Program): void {
  for (const { name, domain } of inputs) {
    if (domain.kind !== "integer") continue;
    const farthest = [domain.low, domain.high].filter(Number.isFinite).map(Math.abs);
    if (farthest.some((value) => value > MOST_INPUT)) throw inputTooLargeForC(name);
  }
}

/** A function that checks the values of its result is better than one that takes short arrays only. */
const ROOMY = 1n << 30n;

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

function resultFits(program: Program, sizes: Sizes): boolean {
  const span = blockSpan(program.body, inputSpans(program, MOST_INPUT), { sizes });
  return span.kind !== "integer" || isWithin(span, sizes, INT32);
}

/** Notes how many elements each named table has: memory for it is to be found. */
function noteLengths(block: Block, start: Spans, survey: Survey): void {
  const quiet = { sizes: survey.sizes };
  let spans = start;
  for (const { name, value } of block.lets) {
    noteLengthsIn(value, spans, survey);
    spans = new Map(spans).set(name, spanOf(value, spans, quiet));
  }
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
