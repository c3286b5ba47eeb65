/** Takes x, n rows of m values of 0 or 1; returns n rows of m values of 0 or 1. */
export function border(x: readonly (readonly number[])[]): number[][] {
  return x.map(
    (row, i) => row.map(
      (value, j) => (i >= 1 && i <= x.length - 2 && j >= 1 && j <= x[0].length - 2)
        ? 0
        : value
    )
  );
}
