/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function rule110_zero(x: readonly number[]): number[] {
  const padded = [0, ...x, 0];
  return Array.from(
    { length: x.length },
    (_, i) => (padded[i + 1] & ~padded[i]) | (padded[i + 1] ^ padded[i + 2])
  );
}
