/** Takes x, n integers from -3 to 4; returns n values of 0 or 1. */
export function as_mirrored(x: readonly number[]): number[] {
  return x.map((value, i) => Number(value === x[x.length - 1 - i]));
}
