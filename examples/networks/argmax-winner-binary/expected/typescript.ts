/** Takes x, n values of 0 or 1; returns an integer from 0 to n - 1. */
export function argmax_winner_binary(x: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < x.length; i++) {
    if (x[i] > x[best]) best = i;
  }
  return best;
}
