import type { Domain } from "../math/domain.ts";
import { partsOf } from "../program/parts.ts";
import type { Block, Expression, Program, Range } from "../program/program.ts";
import {
  add,
  constant,
  larger,
  multiply,
  negate,
  type Polynomial,
  smaller,
  symbol,
} from "./polynomial.ts";
import { highest, lowest, type Sizes } from "./sizes.ts";

/**
 * What is known of a value, or of each element of an array. The bounds of an integer hold for all sizes
 * that are allowed; one that is undefined is not known.
 */
export type Span = { readonly kind: "truth" } | { readonly kind: "real" } | Whole;

/** The integers from `low` to `high`. */
export interface Whole {
  readonly kind: "integer";
  readonly low: Polynomial | undefined;
  readonly high: Polynomial | undefined;
}

/** The spans of the names that are visible at one place of a program. */
export type Spans = ReadonlyMap<string, Span>;

/** The spans of expressions, under some limits of the sizes. */
export interface Survey {
  readonly sizes: Sizes;
  /** Is told every integer that is computed on the way, partial sums too. */
  readonly note?: (whole: Whole) => void;
}

/** Integers of a domain without bounds are those of 32 bits. */
export const MOST_INPUT = 2 ** 31 - 1;

/** The spans of sizes and inputs; `most` bounds what an integer input may be. */
export function inputSpans({ inputs }: Program, most: number): Spans {
  const spans = new Map<string, Span>();
  for (const { name, shape, domain } of inputs) {
    for (const length of shape) {
      if (typeof length === "string") {
        spans.set(length, { kind: "integer", low: symbol(length), high: symbol(length) });
      }
    }
    spans.set(name, domainSpan(domain, most));
  }
  return spans;
}

function domainSpan(domain: Domain, most: number): Span {
  switch (domain.kind) {
    case "binary":
      return between(0, 1);
    case "sign":
      return between(-1, 1);
    case "integer": {
      const low = Number.isFinite(domain.low) ? domain.low : -MOST_INPUT;
      const high = Number.isFinite(domain.high) ? domain.high : MOST_INPUT;
      return between(Math.max(low, -most), Math.min(high, most));
    }
    case "real":
      return { kind: "real" };
  }
}

/** The integers between two numbers. */
export function between(low: number, high: number): Whole {
  return { kind: "integer", low: constant(BigInt(low)), high: constant(BigInt(high)) };
}

/** The span of the result of a block. */
export function blockSpan(block: Block, spans: Spans, survey: Survey): Span {
  let inner = spans;
  for (const { name, value } of block.lets) {
    inner = new Map(inner).set(name, spanOf(value, inner, survey));
  }
  return spanOf(block.result, inner, survey);
}

/** The spans inside loops. */
export function spansInside(ranges: readonly Range[], spans: Spans, survey: Survey): Spans {
  return ranges.reduce(
    (inner, range) => new Map(inner).set(range.variable, rangeSpan(range, inner, survey)),
    spans,
  );
}

/** The span of an expression whose free names have these spans. */
export function spanOf(expression: Expression, spans: Spans, survey: Survey): Span {
  const span = computedSpan(expression, spans, survey);
  if (span.kind === "integer") survey.note?.(span);
  return span;
}

function computedSpan(expression: Expression, spans: Spans, survey: Survey): Span {
  const inside = (part: Expression) => spanOf(part, spans, survey);
  switch (expression.kind) {
    case "integer":
      return between(expression.value, expression.value);
    case "number":
      return { kind: "real" };
    case "size":
    case "variable":
      return spans.get(expression.name)!;
    case "element":
      expression.indices.forEach(inside);
      return spans.get(expression.array)!;
    case "add":
      return expression.terms.map(inside).reduce((sum, term) => {
        const partial = sumSpan(sum, term);
        if (partial.kind === "integer") survey.note?.(partial);
        return partial;
      }, between(0, 0) as Span);
    case "subtract":
      return sumSpan(inside(expression.left), opposite(inside(expression.right)));
    case "multiply":
      return productSpan(inside(expression.left), inside(expression.right), survey);
    case "modulo":
      return remainderSpan(inside(expression.left), inside(expression.right), survey);
    case "divide":
      inside(expression.right);
      return withZero(inside(expression.left));
    case "power":
      return powerSpan(expression.base, inside(expression.exponent), survey);
    case "sign":
      inside(expression.operand);
      return between(-1, 1);
    case "compare":
      inside(expression.left);
      inside(expression.right);
      return { kind: "truth" };
    case "member":
      inside(expression.value);
      return { kind: "truth" };
    case "and":
    case "or":
    case "xor":
      return expression.operands.map(inside).reduce(hull);
    case "not":
      return inside(expression.operand).kind === "truth" ? { kind: "truth" } : between(0, 1);
    case "bit":
      inside(expression.operand);
      return between(0, 1);
    case "truth":
      inside(expression.operand);
      return { kind: "truth" };
    case "if":
      inside(expression.condition);
      return hull(inside(expression.then), inside(expression.otherwise));
    case "sum":
      return growingSum(expression, spans, survey) ?? totalSpan(expression, spans, survey);
    case "any":
    case "all":
    case "max":
    case "min":
      return spanOf(expression.body, spansInside(expression.ranges, spans, survey), survey);
    case "argmax":
    case "argmin": {
      const inner = spansInside([expression.range], spans, survey);
      spanOf(expression.body, inner, survey);
      return inner.get(expression.range.variable)!;
    }
    case "table":
      return blockSpan(expression.body, spansInside(expression.ranges, spans, survey), survey);
    case "list":
      return expression.items.map(inside).reduce(hull);
    case "pad":
      return hull(spans.get(expression.array)!, between(0, 0));
    case "softmax":
      inside(expression.logits);
      return { kind: "real" };
  }
}

/** Both spans and what lies between; a real beside integers is a real. */
export function hull(a: Span, b: Span): Span {
  if (a.kind === "integer" && b.kind === "integer") {
    return {
      kind: "integer",
      low: both(a.low, b.low, smaller),
      high: both(a.high, b.high, larger),
    };
  }
  return a.kind === "integer" ? b : a;
}

function withZero(span: Span): Span {
  return hull(span, between(0, 0));
}

type Sum = Extract<Expression, { readonly kind: "sum" }>;

/** As many times the body as there are values. */
function totalSpan({ ranges, body }: Sum, spans: Spans, survey: Survey): Span {
  const inner = spansInside(ranges, spans, survey);
  return ranges.reduceRight<Span>(
    (total, range) => productSpan(countSpan(range, inner, survey), total, survey),
    withZero(spanOf(body, inner, survey)),
  );
}

/** More values than that are not looked at one by one. */
const MOST_VALUES = 128n;

/** A sum of powers, value by value: 1 + 2 + 4 is less than 3 times 4. Undefined where that is too long. */
function growingSum({ ranges, body }: Sum, spans: Spans, survey: Survey): Span | undefined {
  const [range, ...more] = ranges;
  if (range?.from.kind !== "integer" || more.length > 0 || !hasPower(body)) return undefined;
  const end = spanOf(range.to, spans, survey);
  const last = end.kind === "integer" && end.high && highest(end.high, survey.sizes);
  if (typeof last !== "bigint" || last - BigInt(range.from.value) > MOST_VALUES) return undefined;
  let total: Span = between(0, 0);
  for (let value = range.from.value; value < last; value++) {
    const inner = new Map(spans).set(range.variable, between(value, value));
    total = sumSpan(total, withZero(spanOf(body, inner, survey)));
  }
  return total;
}

function hasPower(expression: Expression): boolean {
  return expression.kind === "power" || partsOf(expression).some(hasPower);
}

function both(
  a: Polynomial | undefined,
  b: Polynomial | undefined,
  join: (a: Polynomial, b: Polynomial) => Polynomial,
): Polynomial | undefined {
  return a === undefined || b === undefined ? undefined : join(a, b);
}

function sumSpan(a: Span, b: Span): Span {
  if (a.kind !== "integer" || b.kind !== "integer") return { kind: "real" };
  return { kind: "integer", low: both(a.low, b.low, add), high: both(a.high, b.high, add) };
}

function opposite(span: Span): Span {
  if (span.kind !== "integer") return span;
  const { low, high } = span;
  return { kind: "integer", low: high && negate(high), high: low && negate(low) };
}

function productSpan(a: Span, b: Span, { sizes }: Survey): Span {
  if (a.kind !== "integer" || b.kind !== "integer") return { kind: "real" };
  if (isConstant(a)) return scaled(b, a.low!);
  if (isConstant(b)) return scaled(a, b.low!);
  const most = both(magnitude(a), magnitude(b), multiply);
  const isNatural = isNotNegative(a, sizes) && isNotNegative(b, sizes);
  const low = isNatural ? both(a.low, b.low, multiply) : most && negate(most);
  const high = isNatural ? both(a.high, b.high, multiply) : most;
  return { kind: "integer", low, high };
}

function isConstant({ low, high }: Whole): boolean {
  if (low === undefined || high === undefined) return false;
  const isPlain = [...low.keys(), ...high.keys()].every((product) => product === "");
  return isPlain && low.get("") === high.get("");
}

function scaled(whole: Whole, factor: Polynomial): Whole {
  const isNegative = (factor.get("") ?? 0n) < 0n;
  const low = both(whole.low, factor, multiply);
  const high = both(whole.high, factor, multiply);
  return isNegative ? { kind: "integer", low: high, high: low } : { kind: "integer", low, high };
}

/** A polynomial without negative factors that no value of the span is above, nor below its negative. */
function magnitude({ low, high }: Whole): Polynomial | undefined {
  const positive = (a: Polynomial) => larger(a, constant(0n));
  const widest = both(low && larger(low, negate(low)), high && larger(high, negate(high)), larger);
  return widest && positive(widest);
}

/** Is no value of the span below 0? `least` is the smallest size, 0 or 1. */
export function isNotNegative({ low }: Whole, sizes: Sizes, least: 0n | 1n = 0n): boolean {
  return low !== undefined && lowest(low, sizes, least) >= 0n;
}

function remainderSpan(left: Span, right: Span, { sizes }: Survey): Span {
  if (right.kind !== "integer" || left.kind !== "integer") return { kind: "real" };
  const one = constant(1n);
  const below = right.high && add(right.high, negate(one));
  if (isNotNegative(right, sizes)) return { kind: "integer", low: constant(0n), high: below };
  return withZero(right);
}

const MOST_EXPONENT = 4096n;

function powerSpan(base: number, exponent: Span, { sizes }: Survey): Span {
  const high = exponent.kind === "integer" ? exponent.high : undefined;
  const most = high === undefined ? undefined : highest(high, sizes);
  if (Math.abs(base) <= 1) return between(Math.min(base, 0), 1);
  if (most === undefined || most > MOST_EXPONENT) {
    return { kind: "integer", low: base < 0 ? undefined : constant(1n), high: undefined };
  }
  const largest = BigInt(Math.abs(base)) ** (most < 0n ? 0n : most);
  const low = constant(base < 0 ? -largest : 1n);
  return { kind: "integer", low, high: constant(largest) };
}

function rangeSpan({ from, to }: Range, spans: Spans, survey: Survey): Span {
  const start = spanOf(from, spans, survey);
  const end = spanOf(to, spans, survey);
  if (start.kind !== "integer" || end.kind !== "integer") return { kind: "real" };
  const last = end.high && add(end.high, constant(-1n));
  return { kind: "integer", low: start.low, high: last };
}

/** How many values a range has. */
function countSpan({ from, to }: Range, spans: Spans, survey: Survey): Span {
  const count = sumSpan(spanOf(to, spans, survey), opposite(spanOf(from, spans, survey)));
  if (count.kind !== "integer") return count;
  const high = count.high && larger(count.high, constant(0n));
  return { kind: "integer", low: constant(0n), high };
}

/** Are all values of the span between the two numbers? */
export function isWithin({ low, high }: Whole, sizes: Sizes, [least, most]: Limits): boolean {
  if (low === undefined || high === undefined) return false;
  return lowest(low, sizes) >= least && highest(high, sizes) <= most;
}

export type Limits = readonly [bigint, bigint];

const bits = (count: bigint): Limits => [-(1n << count), (1n << count) - 1n];

/** The integers of C's types, and those that a double holds exactly. */
export const INT32 = bits(31n);
export const INT64 = bits(63n);
export const SAFE: Limits = [-(2n ** 53n) + 1n, 2n ** 53n - 1n];
