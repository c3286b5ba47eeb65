/** An exact integer: a safe one as a number, every other one as a bigint. Bounds may be infinite. */
export type Weight = number | bigint;

export function plus(a: Weight, b: Weight): Weight {
  if (typeof a === "number" && typeof b === "number") {
    const sum = a + b;
    if (Number.isSafeInteger(sum) || !Number.isFinite(sum)) return sum;
  }
  if (isInfinite(a)) return a;
  if (isInfinite(b)) return b;
  return weightOf(BigInt(a) + BigInt(b));
}

/** Zero times infinity does not occur: forms have no zero weights. */
export function times(a: Weight, b: Weight): Weight {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    // `+ 0` turns -0 into 0.
    if (Number.isSafeInteger(product)) return product + 0;
  }
  if (isInfinite(a) || isInfinite(b)) return signOf(a) * signOf(b) * Number.POSITIVE_INFINITY;
  return weightOf(BigInt(a) * BigInt(b));
}

export function negative(a: Weight): Weight {
  return typeof a === "number" ? 0 - a : weightOf(-a);
}

export function signOf(a: Weight): number {
  return a > 0 ? 1 : a < 0 ? -1 : 0;
}

export function absolute(a: Weight): Weight {
  return a < 0 ? negative(a) : a;
}

export function weightOf(a: bigint): Weight {
  return a >= minSafe && a <= maxSafe ? Number(a) : a;
}

/** Never negative. */
export function commonDivisor(a: Weight, b: Weight): Weight {
  if (typeof a === "number" && typeof b === "number") {
    let [x, y] = [Math.abs(a), Math.abs(b)];
    while (y !== 0) [x, y] = [y, x % y];
    return x;
  }
  let [x, y] = [BigInt(absolute(a)), BigInt(absolute(b))];
  while (y !== 0n) [x, y] = [y, x % y];
  return weightOf(x);
}

/** The largest integer not above a / b; b is above 0. */
export function floorQuotient(a: Weight, b: Weight): Weight {
  if (typeof a === "number" && typeof b === "number") {
    // The rest has the sign of a: their difference is no larger than a, hence exact.
    const rest = a % b;
    return (a - rest) / b - (rest < 0 ? 1 : 0) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const quotient = x / y;
  return weightOf(x % y < 0n ? quotient - 1n : quotient);
}

/** a - b * floorQuotient(a, b). */
export function remainder(a: Weight, b: Weight): Weight {
  if (typeof a === "number" && typeof b === "number") {
    const rest = a % b;
    return (rest < 0 ? rest + b : rest) + 0;
  }
  const rest = BigInt(a) % BigInt(b);
  return weightOf(rest < 0n ? rest + BigInt(b) : rest);
}

/** a * 2^by. */
export function raised(a: Weight, by: number): Weight {
  return by === 0 ? a : weightOf(BigInt(a) << BigInt(by));
}

/** Equal numbers have equal forms: a weight beyond the safe integers is always a bigint. */
export function isEqual(a: Weight, b: Weight): boolean {
  return a === b;
}

function isInfinite(a: Weight): a is number {
  return a === Number.POSITIVE_INFINITY || a === Number.NEGATIVE_INFINITY;
}

const maxSafe = BigInt(Number.MAX_SAFE_INTEGER);
const minSafe = -maxSafe;
