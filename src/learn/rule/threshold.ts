/**
 * The number between two values, low < threshold < high, that is said with the fewest digits; of those
 * the one nearest to the middle of the gap. It lies in the middle half of the gap.
 */
export function shortestBetween(low: number, high: number): number {
  const middle = low + (high - low) / 2;
  const quarter = (high - low) / 4;
  for (let digits = 1; digits <= 17; digits++) {
    const rounded = Number(middle.toPrecision(digits));
    if (Math.abs(rounded - middle) <= quarter && rounded > low && rounded < high) return rounded;
  }
  return middle;
}

/**
 * The threshold between two integers, half way between neighbouring integers, so that no integer ties:
 * just below the integer in the gap that is said with the fewest digits.
 */
export function halfBetween(low: number, high: number): number {
  if (high - low === 1) return low + 0.5;
  // The first integer above the threshold lies in low+1..high.
  const first = shortestBetween(low + 0.5, high + 0.5);
  return Math.round(first) - 0.5;
}
