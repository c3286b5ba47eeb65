/** Takes a, n integers from 0 to 4, and b, n integers from 0 to 4; returns an integer. */
export function distance(a: readonly number[], b: readonly number[]): number {
  if (b.length !== a.length) {
    throw new RangeError("b must have as many values as a");
  }
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0);
}
