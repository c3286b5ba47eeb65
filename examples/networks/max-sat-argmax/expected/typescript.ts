/** Takes x, n rows of m values of 0 or 1; returns 0 or 1. */
export function max_sat_argmax(x: readonly (readonly number[])[]): number {
  const hasAny: number[] = [];
  for (let i = 0; i < x[0].length; i++) {
    let found = false;
    for (let j = 2; j < x.length && !found; j++) {
      found = x[j][i] === 1;
    }
    hasAny.push(Number(found));
  }
  const flags = Array.from(
    { length: 2 },
    (_, i) => hasAny.map(
      (value, j) => Number(value === 1 && (x[1 - i][j] === 1 || x[i][j] === 0))
    )
  );
  const flags2 = Array.from(
    { length: 2 },
    (_, i) => x[i].map((value, j) => Number(value === 1 && hasAny[j] === 0))
  );
  return Number(
    14 * flags[0].reduce((sum, value) => sum + value, 0)
    + 61 * flags2[1].reduce((sum, value) => sum + value, 0)
    > 14 * flags[1].reduce((sum, value) => sum + value, 0)
    + 61 * flags2[0].reduce((sum, value) => sum + value, 0)
  );
}
