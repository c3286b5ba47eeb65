/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function and_of_neighbours_ring(x: readonly number[]): number[] {
  const n = x.length;
  return x.map((_, i) => x[(i + n - 1) % n] & x[(i + 1) % n]);
}
