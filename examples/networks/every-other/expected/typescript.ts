/** Takes x, n values of 0 or 1; returns Math.floor((n + 1) / 2) values of 0 or 1. */
export function every_other(x: readonly number[]): number[] {
  return Array.from({ length: Math.floor((x.length + 1) / 2) }, (_, i) => x[2 * i]);
}
