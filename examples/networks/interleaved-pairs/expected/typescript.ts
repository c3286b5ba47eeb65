/** Takes x, n values of 0 or 1; returns n rows of 2 values of 0 or 1. */
export function interleaved_pairs(x: readonly number[]): number[][] {
  const n = x.length;
  return x.map(
    (_, i) => Array.from(
      { length: 2 },
      (_, j) => Number(x[(i + n - j) % n] + x[(i - j + 1) % n] + j >= 2)
    )
  );
}
