/** Takes x, n numbers; returns n values of 0 or 1. */
export function largest_ties_real(x: readonly number[]): number[] {
  let largest = -Infinity;
  for (let i = 0; i < x.length; i++) {
    if (x[i] > largest) largest = x[i];
  }
  return x.map((value) => Number(value === largest));
}
