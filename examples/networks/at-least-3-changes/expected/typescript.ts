/** Takes x, n values of 0 or 1; returns 0 or 1. */
export function at_least_3_changes(x: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < x.length - 1; i++) {
    total += x[i] ^ x[i + 1];
  }
  return Number(total >= 3);
}
