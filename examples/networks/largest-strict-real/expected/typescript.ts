/** Takes x, n numbers; returns n values of 0 or 1. */
export function largest_strict_real(x: readonly number[]): number[] {
  return x.map((value) => Number(x.filter((other) => value > other).length >= 7));
}
