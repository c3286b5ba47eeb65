/** Takes x, n rows of m values of 0 or 1; returns an integer. */
export function edges(x: readonly (readonly number[])[]): number {
  const n = x.length;
  const m = x[0].length;
  let total = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m - 1; j++) {
      total += x[i][j] ^ x[i][j + 1];
    }
  }
  let total2 = 0;
  for (let i = 0; i < n - 1; i++) {
    for (let j = 0; j < m; j++) {
      total2 += x[i][j] ^ x[i + 1][j];
    }
  }
  return total + total2;
}
