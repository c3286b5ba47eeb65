import { add, constant, larger, multiply, negate, type Polynomial, smaller } from "./polynomial.ts";
import { highest, lowest, type Sizes } from "./sizes.ts";

/**
 * What is known of a value, or of each element of an array. The bounds of an integer hold for all sizes
 * that are allowed; one that is undefined is not known.
 */
export type Span =
  | { readonly kind: "truth" }
  | { readonly kind: "real" }
  | Whole
  /** A constant that is written out, or an input that holds texts; never part of arithmetic. */
  | { readonly kind: "label"; readonly type: string };

/** The integers from `low` to `high`. */
export interface Whole {
  readonly kind: "integer";
  readonly low: Polynomial | undefined;
  readonly high: Polynomial | undefined;
}

/** The spans of expressions, under some limits of the sizes. */
export interface Survey {
  readonly sizes: Sizes;
  /** Is told every integer that is computed on the way, partial sums too. */
  readonly note?: (whole: Whole) => void;
}

/** The integers between two numbers. */
export function between(low: number, high: number): Whole {
  return { kind: "integer", low: constant(BigInt(low)), high: constant(BigInt(high)) };
}

/** Both spans and what lies between; a real beside integers is a real, a truth beside a label a truth. */
export function hull(a: Span, b: Span): Span {
  if (b.kind === "truth") return b;
  if (a.kind === "integer" && b.kind === "integer") {
    return {
      kind: "integer",
      low: both(a.low, b.low, smaller),
      high: both(a.high, b.high, larger),
    };
  }
  return a.kind === "integer" ? b : a;
}

export function withZero(span: Span): Span {
  return hull(span, between(0, 0));
}

function both(
  a: Polynomial | undefined,
  b: Polynomial | undefined,
  join: (a: Polynomial, b: Polynomial) => Polynomial,
): Polynomial | undefined {
  return a === undefined || b === undefined ? undefined : join(a, b);
}

export function sumSpan(a: Span, b: Span): Span {
  if (a.kind !== "integer" || b.kind !== "integer") return { kind: "real" };
  return { kind: "integer", low: both(a.low, b.low, add), high: both(a.high, b.high, add) };
}

export function opposite(span: Span): Span {
  if (span.kind !== "integer") return span;
  const { low, high } = span;
  return { kind: "integer", low: high && negate(high), high: low && negate(low) };
}

export function productSpan(a: Span, b: Span, { sizes }: Survey): Span {
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

export function remainderSpan(left: Span, right: Span, { sizes }: Survey): Span {
  if (right.kind !== "integer" || left.kind !== "integer") return { kind: "real" };
  const one = constant(1n);
  const below = right.high && add(right.high, negate(one));
  if (isNotNegative(right, sizes)) return { kind: "integer", low: constant(0n), high: below };
  return withZero(right);
}

const MOST_EXPONENT = 4096n;

export function powerSpan(base: number, exponent: Span, { sizes }: Survey): Span {
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

/** Are all values of the span between the two numbers? */
export function isWithin({ low, high }: Whole, sizes: Sizes, [least, most]: Limits): boolean {
  if (low === undefined || high === undefined) return false;
  return lowest(low, sizes) >= least && highest(high, sizes) <= most;
}

export type Limits = readonly [bigint, bigint];

export const bits = (count: bigint): Limits => [-(1n << count), (1n << count) - 1n];

/** The integers of C's types, and those that a double holds exactly. */
export const INT32 = bits(31n);
export const INT64 = bits(63n);
export const SAFE: Limits = [-(2n ** 53n) + 1n, 2n ** 53n - 1n];
