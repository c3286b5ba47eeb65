/** Takes x, 10 integers from -4 to 9; returns 4 values of -1, 0 or 1. */
export function dense_integer_range(x: readonly number[]): number[] {
  if (x.length !== 10) {
    throw new RangeError("x must have 10 values");
  }
  const weights = [
    [2, 3, 3, -4, 0, -4, -3, 5, 2, 5],
    [-3, 4, 3, 5, -1, 0, 0, -5, 4, 4],
    [5, 4, 0, 0, 4, 2, -1, -2, 0, -1],
    [-2, -3, -1, 5, 3, 1, -5, -1, 2, 2],
    [4, -5, -2, 5, -2, 2, -2, 2, -1, -2],
    [5, -5, 4, 5, -5, -3, 5, 1, 0, -4],
    [-4, -1, 0, -3, -2, -1, 5, 3, 5, 3],
    [-3, 4, -4, -2, 0, 5, 3, -2, 4, 1]
  ];
  const biases = [5, -4, -5, 2, 4, 3, 0, 4];
  const sides = weights.map(
    (row, i) => Math.sign(row.reduce((sum, value, j) => sum + value * x[j], 0) + biases[i])
  );
  const weights2 = [
    [0, -4, -1, -1, 2, 0, -1, 2],
    [3, 4, -1, 5, 1, 2, 0, 1],
    [4, -3, 0, 2, -3, 2, -3, 2],
    [-2, 1, -5, -5, 3, 0, 5, 2]
  ];
  const biases2 = [0, 2, 3, -5];
  return weights2.map(
    (row, i) => Math.sign(
      row.reduce((sum, value, j) => sum + value * sides[j], 0) + biases2[i]
    )
  );
}
