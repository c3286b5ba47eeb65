/** Takes x, 10 numbers; returns 4 values of -1, 0 or 1. */
export function dense_integer_real(x: readonly number[]): number[] {
  if (x.length !== 10) {
    throw new RangeError("x must have 10 values");
  }
  const weights = [
    [4, 1, 0, 3, 2, 1, -5, -3, -5, -3],
    [3, -4, -3, -5, 1, 0, 0, 5, -4, -4],
    [5, 4, 0, 0, 4, 2, -1, -2, 0, -1],
    [-2, -3, -1, 5, 3, 1, -5, -1, 2, 2],
    [4, -5, -2, 5, -2, 2, -2, 2, -1, -2],
    [-2, -3, -3, 4, 0, 4, 3, -5, -2, -5],
    [5, -5, 4, 5, -5, -3, 5, 1, 0, -4],
    [-3, 4, -4, -2, 0, 5, 3, -2, 4, 1]
  ];
  const biases = [0, 4, -5, 2, 4, -5, 3, 4];
  const signs = weights.map(
    (row, i) => Math.sign(row.reduce((sum, value, j) => sum + value * x[j], 0) + biases[i])
  );
  const weights2 = [0, -4, -1, 5, 1, -3, 2, 1];
  let total = 0;
  for (let i = 2; i <= 3; i++) {
    total += signs[i];
  }
  let total2 = 0;
  for (let i = 0; i < 2; i++) {
    total2 += signs[i];
  }
  return [
    Math.sign(signs[0] + 2 * signs[4] + 2 * signs[7] + 4 * signs[1] - total),
    Math.sign(weights2.reduce((sum, value, i) => sum + value * signs[i], 0) + 2),
    Math.sign(
      2 * signs[3] + 2 * signs[6] + 2 * signs[7] + 3 * total2 + 3 - 3 * signs[4]
      - 4 * signs[5]
    ),
    Math.sign(
      2 * signs[5] + 2 * signs[7] + 3 * signs[4] - signs[1] - 5 * signs[0] - 5 * signs[2]
      - 5 * signs[3] - 5
    )
  ];
}
