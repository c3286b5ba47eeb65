/** Takes x, n values of 0 or 1; returns n - 1 values of 0 or 1. */
export function shift_valid(x: readonly number[]): number[] {
  return Array.from({ length: x.length - 1 }, (_, i) => x[i + 1]);
}
