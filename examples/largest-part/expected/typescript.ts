/** Takes x, n integers from -4 to 4; returns an integer. */
export function largest_part(x: readonly number[]): number {
  let excess = 0;
  let largestExcess = 0;
  for (let i = 0; i < x.length; i++) {
    excess = Math.max(x[i] + excess, 0);
    largestExcess = Math.max(largestExcess, excess);
  }
  return largestExcess;
}
