/** All arrays of n bits, in the order of the numbers that they write. */
export function everyBits(n: number): number[][] {
  return Array.from({ length: 2 ** n }, (_, number) => bitsOf(number, n));
}

/** A number below 2^n, the highest bit first. */
export function bitsOf(number: number, n: number): number[] {
  return Array.from({ length: n }, (_, k) => (number >> (n - 1 - k)) & 1);
}

/** The number that bits write, the highest first. */
export function numberOf(bits: readonly number[]): number {
  return bits.reduce((number, bit) => 2 * number + bit, 0);
}
