/** Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1. */
export function life_torus(x: readonly (readonly number[])[]): number[][] {
  const n = x.length;
  const m = x[0].length;
  const y = Array.from({ length: n }, () => new Array<number>(m).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let total = 0;
      for (let a = -1; a <= 1; a++) {
        for (let b = -1; b <= 1; b++) {
          total += x[(i + a + n) % n][(j + b + m) % m];
        }
      }
      y[i][j] = Number(total >= 3 && total <= x[i][j] + 3);
    }
  }
  return y;
}
