/** The index, which has to be that of a place in an array of this length. */
function place(index: number, length: number): number {
  if (index >= 0 && index < length) return index;
  throw new RangeError("a place is asked for that is not in its array");
}

/** Takes k, an integer from 0 to 11, and x, n integers from 0 to 3; returns an integer. */
export function picked_from_end(k: number, x: readonly number[]): number {
  const n = x.length;
  return x[place(n - 1 - k, n)];
}
