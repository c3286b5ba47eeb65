/** Takes x, n values of 0 or 1; returns n values of -1 or 1. */
export function largest_triangle_binary(x: readonly number[]): number[] {
  const n = x.length;
  let winner = 0;
  for (let i = 1; i < n; i++) {
    if (x[i] > x[winner]) winner = i;
  }
  return Array.from({ length: n }, (_, i) => i === winner ? 1 : -1);
}
