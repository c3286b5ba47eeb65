/** Takes x, n values of 0 or 1; returns 0 or 1. */
export function between_2_and_4(x: readonly number[]): number {
  return Number(
    x.reduce((sum, value) => sum + value, 0) >= 2
    && x.reduce((sum, value) => sum + value, 0) <= 4
  );
}
