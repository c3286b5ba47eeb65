/** The largest integer that divides both; of 0 and 0 it is 0. Never negative. */
export function commonDivisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : commonDivisor(b, a % b);
}
