/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function shift_ring(x: readonly number[]): number[] {
  return x.map((_, i) => x[(i + 1) % x.length]);
}
