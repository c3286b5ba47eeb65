/** Takes x, n rows of m integers from -3 to 4; returns n integers. */
export function row_sums(x: readonly (readonly number[])[]): number[] {
  return x.map((row) => row.reduce((sum, value) => sum + value, 0));
}
