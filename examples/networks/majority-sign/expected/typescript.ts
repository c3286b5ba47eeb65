/** Takes x, n values of 0 or 1; returns -1 or 1. */
export function majority_sign(x: readonly number[]): number {
  return x.reduce((sum, value) => sum + value, 0) >= 11 ? 1 : -1;
}
