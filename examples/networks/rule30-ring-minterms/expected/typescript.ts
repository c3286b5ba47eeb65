/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function rule30_ring_minterms(x: readonly number[]): number[] {
  const n = x.length;
  return x.map((value, i) => x[(i + n - 1) % n] ^ (value | x[(i + 1) % n]));
}
