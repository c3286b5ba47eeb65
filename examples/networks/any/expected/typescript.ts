/** Takes x, n values of 0 or 1; returns 0 or 1. */
export function any_(x: readonly number[]): number {
  return Number(x.some((value) => value === 1));
}
