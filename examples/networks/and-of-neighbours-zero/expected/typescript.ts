/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function and_of_neighbours_zero(x: readonly number[]): number[] {
  return x.map((_, i) => i % 19 === 0 ? 0 : x[i - 1] & x[i + 1]);
}
