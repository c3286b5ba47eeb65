/** A range of integers. */
export interface IntegerRange {
  readonly low: number;
  readonly high: number;
}

/** How many ways there are to take an integer out of each range; infinite where a range is. */
export function countWays(ranges: readonly IntegerRange[]): number {
  return ranges.reduce((product, { low, high }) => product * (high - low + 1), 1);
}

/** The way k of them, from 0: k with a digit for each range, the first one counting least. */
export function wayAt(k: number, ranges: readonly IntegerRange[]): number[] {
  let rest = k;
  return ranges.map(({ low, high }) => {
    const width = high - low + 1;
    const value = low + (rest % width);
    rest = Math.floor(rest / width);
    return value;
  });
}
