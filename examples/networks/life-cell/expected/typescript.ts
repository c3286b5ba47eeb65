/** Takes x, 3 rows of 3 values of 0 or 1; returns 0 or 1. */
export function life_cell(x: readonly (readonly number[])[]): number {
  if (x.length !== 3 || x.some((row) => row.length !== 3)) {
    throw new RangeError("x must be 3 by 3");
  }
  return Number(
    x.flat().reduce((sum, value) => sum + value, 0) >= 3
    && x.flat().reduce((sum, value) => sum + value, 0) <= x[1][1] + 3
  );
}
