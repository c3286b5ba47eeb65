/** Takes x, n integers from 0 to 4; returns an integer. */
export function rises(x: readonly number[]): number {
  let total = 0;
  for (let i = 0; i < x.length - 1; i++) {
    total += Math.max(x[i + 1] - x[i], 0);
  }
  return total;
}
