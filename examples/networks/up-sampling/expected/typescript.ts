/** Takes x, n values of 0 or 1; returns 2 * n values of 0 or 1. */
export function up_sampling(x: readonly number[]): number[] {
  return Array.from({ length: 2 * x.length }, (_, i) => x[Math.floor(i / 2)]);
}
