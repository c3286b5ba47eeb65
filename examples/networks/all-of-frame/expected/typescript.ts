/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
export function all_of_frame(x: readonly (readonly number[])[]): number {
  return Number(x.flat().every((value) => value === 1));
}
