/** Takes x, n values of 0 or 1; returns n - 2 values of 0 or 1. */
export function majority_of_3_valid(x: readonly number[]): number[] {
  const y: number[] = [];
  for (let i = 0; i < x.length - 2; i++) {
    let total = 0;
    for (let a = 0; a < 3; a++) {
      total += x[i + a];
    }
    y.push(Number(total >= 2));
  }
  return y;
}
