/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
export function diagonal_any(x: readonly (readonly number[])[]): number {
  return Number(x.some((row, i) => row[i] === 1));
}
