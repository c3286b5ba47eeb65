/** Takes x, n values of 0 or 1; returns n - 4 values of 0 or 1. */
export function distance_2_valid(x: readonly number[]): number[] {
  return Array.from({ length: x.length - 4 }, (_, i) => Number(x[i] + x[i + 4] > x[i + 2]));
}
