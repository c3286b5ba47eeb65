/** Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1. */
export function cross_majority_ring(x: readonly (readonly number[])[]): number[][] {
  const n = x.length;
  const m = x[0].length;
  return x.map(
    (row, i) => x[(i + n - 1) % n].map(
      (value, j) => Number(
        value + row[(j + m - 1) % m] + row[j] + row[(j + 1) % m] + x[(i + 1) % n][j] >= 3
      )
    )
  );
}
