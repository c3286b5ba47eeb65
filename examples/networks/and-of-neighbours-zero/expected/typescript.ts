/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function and_of_neighbours_zero(x: readonly number[]): number[] {
  const padded = [0, ...x, 0];
  return Array.from({ length: x.length }, (_, i) => padded[i] & padded[i + 2]);
}
