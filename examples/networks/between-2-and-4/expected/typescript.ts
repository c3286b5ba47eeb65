/** Takes x, n values of 0 or 1; returns 0 or 1. */
export function between_2_and_4(x: readonly number[]): number {
  const total = x.reduce((sum, value) => sum + value, 0);
  return Number(total >= 2 && total <= 4);
}
