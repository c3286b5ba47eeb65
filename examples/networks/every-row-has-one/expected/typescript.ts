/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
export function every_row_has_one(x: readonly (readonly number[])[]): number {
  return Number(x.every((row) => row.some((value) => value === 1)));
}
