/** Takes a, n values of 0 or 1, and b, n values of 0 or 1; returns -1, 0 or 1. */
export function compared(a: readonly number[], b: readonly number[]): number {
  if (b.length !== a.length) {
    throw new RangeError("b must have as many values as a");
  }
  const n = a.length;
  let total = 0n;
  for (let i = 0; i < n; i++) {
    total += 2n ** BigInt(n - 1 - i) * BigInt(a[i] - b[i]);
  }
  return Math.sign(Number(total));
}
