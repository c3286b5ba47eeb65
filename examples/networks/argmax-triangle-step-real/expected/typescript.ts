/** Takes x, n numbers; returns an integer from 0 to n - 1. */
export function argmax_triangle_step_real(x: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < x.length; i++) {
    if (x[i] > x[best]) best = i;
  }
  return best;
}
