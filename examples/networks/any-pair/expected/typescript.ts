/** Takes x, 12 values of 0 or 1; returns 0 or 1. */
export function any_pair(x: readonly number[]): number {
  if (x.length !== 12) {
    throw new RangeError("x must have 12 values");
  }
  const values = [
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2,
    2, 3, 3, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5, 5, 5, 6, 6, 6, 6, 6, 7, 7,
    7, 7, 8, 8, 8, 9, 9, 10
  ];
  const values2 = [
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 3, 4, 5, 6, 7, 8, 9,
    10, 11, 4, 5, 6, 7, 8, 9, 10, 11, 5, 6, 7, 8, 9, 10, 11, 6, 7, 8, 9, 10, 11, 7, 8, 9,
    10, 11, 8, 9, 10, 11, 9, 10, 11, 10, 11, 11
  ];
  return Number(values.some((value, i) => (x[value] & x[values2[i]]) === 1));
}
