/** Takes x, n rows of m integers from -3 to 4; returns n integers from 0 to m - 1. */
export function argmax_of_each_row(x: readonly (readonly number[])[]): number[] {
  const y: number[] = [];
  for (let i = 0; i < x.length; i++) {
    let best = 0;
    for (let j = 1; j < x[0].length; j++) {
      if (x[i][j] > x[i][best]) best = j;
    }
    y.push(best);
  }
  return y;
}
