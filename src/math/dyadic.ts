/**
 * An exact number `mantissa * 2^exponent`: every finite double is one, and so are all their sums and
 * products.
 */
export interface Dyadic {
  readonly mantissa: bigint;
  readonly exponent: number;
}

/** The number that a double denotes, exactly. Throws RangeError for NaN and infinities. */
export function dyadic(value: number): Dyadic {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a finite number`);
  let mantissa = value;
  let exponent = 0;
  while (!Number.isInteger(mantissa)) {
    // Doubling is exact, except where it would overflow: fractions never come near.
    mantissa *= 2;
    exponent -= 1;
  }
  return { mantissa: BigInt(mantissa), exponent };
}

export function add(a: Dyadic, b: Dyadic): Dyadic {
  const exponent = Math.min(a.exponent, b.exponent);
  return { mantissa: raised(a, exponent) + raised(b, exponent), exponent };
}

export function multiply(a: Dyadic, b: Dyadic): Dyadic {
  return { mantissa: a.mantissa * b.mantissa, exponent: a.exponent + b.exponent };
}

/** Below, equal or above zero as the first number is smaller, equal or larger. */
export function compare(a: Dyadic, b: Dyadic): number {
  return signOf(add(a, { mantissa: -b.mantissa, exponent: b.exponent }));
}

/** -1, 0 or 1. */
export function signOf({ mantissa }: Dyadic): -1 | 0 | 1 {
  return mantissa > 0n ? 1 : mantissa < 0n ? -1 : 0;
}

/** The nearest double, for numbers that are to be shown; comparisons use the exact number. */
export function toNumber(number: Dyadic): number {
  const { mantissa, exponent } = shortened(number);
  // Two steps, because 2^exponent alone may be below the smallest double.
  const half = Math.trunc(exponent / 2);
  return Number(mantissa) * 2 ** half * 2 ** (exponent - half);
}

/** The same to the nearest double: at least 64 bits, the last of which says whether any were cut off. */
function shortened({ mantissa, exponent }: Dyadic): Dyadic {
  const size = mantissa < 0n ? -mantissa : mantissa;
  const cut = 4 * (size.toString(16).length - 17);
  if (cut <= 0) return { mantissa, exponent };
  const kept = size >> BigInt(cut);
  const sticky = kept << BigInt(cut) === size ? kept : kept | 1n;
  return { mantissa: mantissa < 0n ? -sticky : sticky, exponent: exponent + cut };
}

function raised({ mantissa, exponent }: Dyadic, to: number): bigint {
  return mantissa << BigInt(exponent - to);
}
