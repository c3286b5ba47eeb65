/** Takes x, n numbers; returns n - 1 numbers. */
export function differences_real(x: readonly number[]): number[] {
  return Array.from({ length: x.length - 1 }, (_, i) => x[i + 1] - x[i]);
}
