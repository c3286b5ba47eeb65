/** Takes x, n values of 0 or 1; returns Math.floor(n / 2) values of 0 or 1. */
export function pair_pool(x: readonly number[]): number[] {
  return Array.from(
    { length: Math.floor(x.length / 2) },
    (_, i) => x[2 * i] | x[2 * i + 1]
  );
}
