/**
 * Takes weights, n integers from 0 to 4,
 *   and chosen, n values of 0 or 1.
 * Returns an integer.
 */
export function chosen(weights: readonly number[], chosen: readonly number[]): number {
  if (chosen.length !== weights.length) {
    throw new RangeError("chosen must have as many values as weights");
  }
  return weights.reduce((sum, value, i) => sum + value * chosen[i], 0);
}
