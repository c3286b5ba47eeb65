/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function constant(x: readonly number[]): number[] {
  return new Array<number>(x.length).fill(1);
}
