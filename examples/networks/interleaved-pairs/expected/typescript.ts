/** Takes x, n values of 0 or 1; returns 20 rows of 2 values of 0 or 1. */
export function interleaved_pairs(x: readonly number[]): number[][] {
  const n = x.length;
  return Array.from(
    { length: 20 },
    (_, i) => Array.from(
      { length: 2 },
      (_, j) => Number(x[(i + n - j) % n] + x[(i - j + 1) % n] + j >= 2)
    )
  );
}
