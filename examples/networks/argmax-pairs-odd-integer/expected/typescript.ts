/** Takes x, n integers from -2 to 3; returns an integer from 0 to n - 1. */
export function argmax_pairs_odd_integer(x: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < x.length; i++) {
    if (x[i] > x[best]) best = i;
  }
  return best;
}
