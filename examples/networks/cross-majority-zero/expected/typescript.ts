/** Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1. */
export function cross_majority_zero(x: readonly (readonly number[])[]): number[][] {
  const n = x.length;
  const m = x[0].length;
  const padded = Array.from({ length: n + 2 }, () => new Array<number>(m + 2).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      padded[i + 1][j + 1] = x[i][j];
    }
  }
  return Array.from(
    { length: n },
    (_, i) => Array.from(
      { length: m },
      (_, j) => Number(
        padded[i][j + 1] + padded[i + 1][j] + padded[i + 1][j + 1] + padded[i + 1][j + 2]
        + padded[i + 2][j + 1] >= 3
      )
    )
  );
}
