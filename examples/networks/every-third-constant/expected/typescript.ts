/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function every_third_constant(x: readonly number[]): number[] {
  return x.map((value, i) => i % 3 === 1 ? 1 : i % 3 === 2 ? value : 0);
}
