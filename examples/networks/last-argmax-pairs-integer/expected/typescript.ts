/** Takes x, n integers from -2 to 3; returns an integer. */
export function last_argmax_pairs_integer(x: readonly number[]): number {
  const n = x.length;
  let best = 0;
  let largest = -Infinity;
  for (let i = 0; i < n; i++) {
    if (x[n - 1 - i] > largest) {
      largest = x[n - 1 - i];
      best = i;
    }
  }
  return n - 1 - best;
}
