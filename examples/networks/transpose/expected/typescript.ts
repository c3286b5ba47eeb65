/** Takes x, n rows of m values of 0 or 1; returns m rows of n values of 0 or 1. */
export function transpose(x: readonly (readonly number[])[]): number[][] {
  return Array.from({ length: x[0].length }, (_, i) => x.map((row) => row[i]));
}
