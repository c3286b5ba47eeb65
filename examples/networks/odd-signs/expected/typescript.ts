/** Takes x, n values of 0 or 1; returns 0 or 1. */
export function odd_signs(x: readonly number[]): number {
  return Number(x.reduce((sum, value) => sum + value, 0) % 2 === 1);
}
