/**
 * Takes x, n planes of m rows of p values of 0 or 1; returns n rows of m values of 0 or 1.
 */
export function depth_any(x: readonly (readonly (readonly number[])[])[]): number[][] {
  return x.map((plane) => plane.map((row) => Number(row.some((value) => value === 1))));
}
