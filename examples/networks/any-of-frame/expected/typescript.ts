/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
export function any_of_frame(x: readonly (readonly number[])[]): number {
  return Number(x.flat().some((value) => value === 1));
}
