/** Takes x, n rows of m values of 0 or 1; returns n values of 0 or 1. */
export function binary_weighted_rows(x: readonly (readonly number[])[]): number[] {
  const y: number[] = [];
  for (let i = 0; i < x.length; i++) {
    let total = 0n;
    for (let j = 0; j < x[0].length; j++) {
      total += 2n ** BigInt(j) * BigInt(x[i][j]);
    }
    y.push(Number(total >= 86n));
  }
  return y;
}
