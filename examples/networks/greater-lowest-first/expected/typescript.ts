/** Takes a, n values of 0 or 1, and b, n values of 0 or 1; returns 0 or 1. */
export function greater_lowest_first(a: readonly number[], b: readonly number[]): number {
  if (b.length !== a.length) {
    throw new RangeError("b must have as many values as a");
  }
  let total = 0n;
  for (let i = 0; i < a.length; i++) {
    total += 2n ** BigInt(i) * BigInt(a[i] - b[i]);
  }
  return Number(total >= 1n);
}
