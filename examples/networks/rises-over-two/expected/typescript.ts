/** Takes x, n integers from -3 to 4; returns n - 2 values of 0 or 1. */
export function rises_over_two(x: readonly number[]): number[] {
  const y: number[] = [];
  for (let i = 0; i < x.length - 2; i++) {
    let total = 0;
    for (let a = 0; a < 2; a++) {
      total += x[i + a + 1] - x[i + a];
    }
    y.push(Number(total >= 1));
  }
  return y;
}
