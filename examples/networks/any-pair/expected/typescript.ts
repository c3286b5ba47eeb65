/** Takes x, n values of 0 or 1; returns 0 or 1. */
export function any_pair(x: readonly number[]): number {
  const n = x.length;
  let found = false;
  for (let i = 0; i < n && !found; i++) {
    for (let j = i + 1; j < n && !found; j++) {
      found = (x[i] & x[j]) === 1;
    }
  }
  return Number(found);
}
