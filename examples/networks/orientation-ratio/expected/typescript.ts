/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
export function orientation_ratio(x: readonly (readonly number[])[]): number {
  const m = x[0].length;
  const columnSums = Array.from(
    { length: m },
    (_, i) => x.reduce((sum, row) => sum + row[i], 0)
  );
  const rowSums = x.map((row) => row.reduce((sum, value) => sum + value, 0));
  const sides = rowSums.map((value) => columnSums.map((other) => Math.sign(other - value)));
  const total = sides.flat().reduce((sum, value) => sum + value, 0);
  let count = 0;
  for (let i = 0; i < m; i++) {
    if (13 * total + 183 <= 14 * sides.reduce((sum, row) => sum + row[i], 0)) count++;
  }
  return Number(
    sides.filter(
      (row) => 13 * total > 14 * row.reduce((sum, value) => sum + value, 0) + 182
    ).length > count
  );
}
