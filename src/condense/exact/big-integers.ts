import { dyadic } from "../../math/dyadic.ts";

/** Integers in the exact ratio of some doubles: each double times the same power of two. */
export function bigIntegers(doubles: readonly number[]): bigint[] {
  if (doubles.every(Number.isSafeInteger)) return doubles.map(BigInt);
  const exacts = doubles.map(dyadic);
  const lowest = Math.min(...exacts.map(({ exponent }) => exponent));
  return exacts.map(({ mantissa, exponent }) => mantissa << BigInt(exponent - lowest));
}

/** The largest integer that divides both. Never negative. */
export function bigDivisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b];
  while (right !== 0n) [left, right] = [right, left % right];
  return left < 0n ? -left : left;
}

/** The largest integer up to the quotient, for a positive divisor. */
export function bigFloor(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend < 0n && quotient * divisor !== dividend ? quotient - 1n : quotient;
}

export function magnitude(a: bigint): bigint {
  return a < 0n ? -a : a;
}
