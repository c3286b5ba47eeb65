/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function shift_zero(x: readonly number[]): number[] {
  const padded = [...x, 0];
  return Array.from({ length: x.length }, (_, i) => padded[i + 1]);
}
