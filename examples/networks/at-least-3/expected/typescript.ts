/** Takes x, n values of 0 or 1; returns 0 or 1. */
export function at_least_3(x: readonly number[]): number {
  return Number(x.reduce((sum, value) => sum + value, 0) >= 3);
}
