/** Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1. */
export function off_diagonal(x: readonly (readonly number[])[]): number[][] {
  return x.map((row, i) => row.map((value, j) => i === j ? 0 : value));
}
