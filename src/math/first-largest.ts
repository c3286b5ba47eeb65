/** The index of the largest number, the first one on a tie; -1 where there is none. */
export function firstLargest(values: ArrayLike<number>): number {
  let best = values.length === 0 ? -1 : 0;
  for (let k = 1; k < values.length; k++) if (values[k]! > values[best]!) best = k;
  return best;
}
