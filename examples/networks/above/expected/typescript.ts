/**
 * Takes least, an integer from 0 to 4, and x, n integers from 0 to 4; returns an integer.
 */
export function above(least: number, x: readonly number[]): number {
  return x.filter((value) => value > least).length;
}
