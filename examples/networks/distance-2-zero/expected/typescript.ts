/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function distance_2_zero(x: readonly number[]): number[] {
  const padded = [0, 0, ...x, 0, 0];
  return Array.from(
    { length: x.length },
    (_, i) => Number(padded[i] + padded[i + 4] > padded[i + 2])
  );
}
