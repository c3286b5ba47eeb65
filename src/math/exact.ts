import * as dyadics from "./dyadic.ts";
import { type Dyadic, dyadic } from "./dyadic.ts";

/** An exact number: a safe integer as it is, every other sum or product of doubles as a dyadic. */
export type Exact = number | Dyadic;

/** The number that a double denotes. Throws RangeError for NaN and infinities. */
export function exact(value: number): Exact {
  return Number.isSafeInteger(value) ? value : dyadic(value);
}

export function add(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return reduced(dyadics.add(asDyadic(a), asDyadic(b)));
}

export function multiply(a: Exact, b: Exact): Exact {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // `+ 0` turns -0 into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  return reduced(dyadics.multiply(asDyadic(a), asDyadic(b)));
}

export function subtract(a: Exact, b: Exact): Exact {
  return add(a, multiply(-1, b));
}

/** Below, equal or above zero as the first number is smaller, equal or larger. */
export function compare(a: Exact, b: Exact): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return dyadics.compare(asDyadic(a), asDyadic(b));
}

/** The nearest double. */
export function toNumber(value: Exact): number {
  return typeof value === "number" ? value : dyadics.toNumber(value);
}

/** The sum of two doubles, if it is one. */
export function sumIfDouble(a: number, b: number): number | undefined {
  const sum = add(exact(a), exact(b));
  const rounded = toNumber(sum);
  return compare(sum, exact(rounded)) === 0 ? rounded : undefined;
}

/** Is the number a whole one? */
export function isInteger(value: Exact): boolean {
  return typeof value === "number" || value.exponent >= 0;
}

function asDyadic(value: Exact): Dyadic {
  return typeof value === "number" ? { mantissa: BigInt(value), exponent: 0 } : value;
}

/** The one form of a number: a safe integer, or an odd mantissa. */
function reduced({ mantissa, exponent }: Dyadic): Exact {
  if (mantissa === 0n) return 0;
  let odd = mantissa;
  let raised = exponent;
  for (; (odd & 1n) === 0n; odd >>= 1n) raised += 1;
  if (raised < 0 || raised > 53) return { mantissa: odd, exponent: raised };
  const integer = Number(odd << BigInt(raised));
  return Number.isSafeInteger(integer) ? integer : { mantissa: odd, exponent: raised };
}
