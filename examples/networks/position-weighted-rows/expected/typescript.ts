/** Takes x, n rows of m values of 0 or 1; returns n values of 0 or 1. */
export function position_weighted_rows(x: readonly (readonly number[])[]): number[] {
  const m = x[0].length;
  if (m > 94906265) throw new RangeError("m must be at most 94906265");
  return x.map(
    (row) => Number(row.reduce((sum, value, j) => sum + (j + 1) * value, 0) >= 19)
  );
}
