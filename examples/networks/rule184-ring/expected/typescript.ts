/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function rule184_ring(x: readonly number[]): number[] {
  const n = x.length;
  return x.map((value, i) => value === 1 ? x[(i + 1) % n] : x[(i + n - 1) % n]);
}
