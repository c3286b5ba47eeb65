/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
export function anti_diagonal_any(x: readonly (readonly number[])[]): number {
  return Number(x.some((row, i) => row[x[0].length - 1 - i] === 1));
}
