/** Takes x, n values of 0 or 1; returns n - 2 values of 0 or 1. */
export function and_of_neighbours_valid(x: readonly number[]): number[] {
  return Array.from({ length: x.length - 2 }, (_, i) => x[i] & x[i + 2]);
}
