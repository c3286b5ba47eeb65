/** The index, which has to be that of a place in an array of this length. */
function place(index: number, length: number): number {
  if (index >= 0 && index < length) return index;
  throw new RangeError("a place is asked for that is not in its array");
}

/** Takes cells, n values of 0 or 1, and table, m values of 0 or 1; returns 0 or 1. */
export function by_count(cells: readonly number[], table: readonly number[]): number {
  return table[place(cells.reduce((sum, value) => sum + value, 0), table.length)];
}
