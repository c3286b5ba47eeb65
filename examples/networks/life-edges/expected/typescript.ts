/** Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1. */
export function life_edges(x: readonly (readonly number[])[]): number[][] {
  const n = x.length;
  const m = x[0].length;
  const padded = Array.from({ length: n + 2 }, () => new Array<number>(m + 2).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      padded[i + 1][j + 1] = x[i][j];
    }
  }
  const y = Array.from({ length: n }, () => new Array<number>(m).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let total = 0;
      for (let a = 0; a < 3; a++) {
        for (let b = 0; b < 3; b++) {
          total += padded[i + a][j + b];
        }
      }
      y[i][j] = Number(total >= 3 && total <= x[i][j] + 3);
    }
  }
  return y;
}
