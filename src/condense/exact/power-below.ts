/** The largest power of two up to a positive number; 1 where that is far from common numbers. */
export function powerBelow(value: number): number {
  if (!(value > 2 ** -1000 && value < 2 ** 1000)) return 1;
  const power = 2 ** Math.floor(Math.log2(value));
  // The logarithm is rounded.
  if (power > value) return power / 2;
  return 2 * power <= value ? 2 * power : power;
}
