/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
export function triangle_any(x: readonly (readonly number[])[]): number {
  let found = false;
  for (let i = 0; i < x.length && !found; i++) {
    for (let j = i + 1; j < x[0].length && !found; j++) {
      found = x[i][j] === 1;
    }
  }
  return Number(found);
}
