/**
 * Takes x, n rows of m values of 0 or 1.
 * Returns Math.floor(n / 2) rows of Math.floor(m / 2) values of 0 or 1.
 */
export function block_pool(x: readonly (readonly number[])[]): number[][] {
  const n = x.length;
  const m = x[0].length;
  const y = Array.from(
    { length: Math.floor(n / 2) },
    () => new Array<number>(Math.floor(m / 2)).fill(0)
  );
  for (let i = 0; i < Math.floor(n / 2); i++) {
    for (let j = 0; j < Math.floor(m / 2); j++) {
      let found = false;
      for (let a = 0; a < 2 && !found; a++) {
        for (let b = 0; b < 2 && !found; b++) {
          found = x[2 * i + a][2 * j + b] === 1;
        }
      }
      y[i][j] = Number(found);
    }
  }
  return y;
}
