/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function distance_2_ring(x: readonly number[]): number[] {
  const n = x.length;
  return x.map((value, i) => Number(x[(i + 2 * n - 2) % n] + x[(i + 2) % n] > value));
}
