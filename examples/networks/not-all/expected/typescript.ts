/** Takes x, n values of 0 or 1; returns 0 or 1. */
export function not_all(x: readonly number[]): number {
  return Number(!x.every((value) => value === 1));
}
