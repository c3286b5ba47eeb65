/** Takes x, n rows of m values of 0 or 1; returns n values of 0 or 1. */
export function row_any(x: readonly (readonly number[])[]): number[] {
  return x.map((row) => Number(row.some((value) => value === 1)));
}
