/** Takes x, n rows of m values of 0 or 1; returns m values of 0 or 1. */
export function column_at_least_2(x: readonly (readonly number[])[]): number[] {
  return Array.from(
    { length: x[0].length },
    (_, i) => Number(x.reduce((sum, row) => sum + row[i], 0) >= 2)
  );
}
