/** Takes x, 2 rows of n values of 0 or 1; returns 0 or 1. */
export function greater_rows(x: readonly (readonly number[])[]): number {
  if (x.length !== 2) {
    throw new RangeError("x must be 2 by n");
  }
  let total = 0n;
  for (let i = 0; i < x[0].length; i++) {
    total += 2n ** BigInt(i) * BigInt(x[0][i] - x[1][i]);
  }
  return Number(total >= 1n);
}
