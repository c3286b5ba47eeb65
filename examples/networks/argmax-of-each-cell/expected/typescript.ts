/**
 * Takes x, n planes of m rows of p integers from -3 to 4.
 * Returns n rows of m integers from 0 to p - 1.
 */
export function argmax_of_each_cell(
  x: readonly (readonly (readonly number[])[])[]
): number[][] {
  const n = x.length;
  const m = x[0].length;
  const y = Array.from({ length: n }, () => new Array<number>(m).fill(0));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) {
      let best = 0;
      for (let k = 1; k < x[0][0].length; k++) {
        if (x[i][j][k] > x[i][j][best]) best = k;
      }
      y[i][j] = best;
    }
  }
  return y;
}
