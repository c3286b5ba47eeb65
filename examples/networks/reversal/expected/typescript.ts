/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function reversal(x: readonly number[]): number[] {
  return x.map((_, i) => x[x.length - 1 - i]);
}
