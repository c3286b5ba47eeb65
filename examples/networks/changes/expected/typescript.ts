/** Takes x, n integers from -3 to 4; returns an integer. */
export function changes(x: readonly number[]): number {
  let count = 0;
  for (let i = 0; i < x.length - 1; i++) {
    if (x[i] !== x[i + 1]) count++;
  }
  return count;
}
