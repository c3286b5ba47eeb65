/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function majority_of_3_zero(x: readonly number[]): number[] {
  const padded = [0, ...x, 0];
  const y: number[] = [];
  for (let i = 0; i < x.length; i++) {
    let total = 0;
    for (let a = 0; a < 3; a++) {
      total += padded[i + a];
    }
    y.push(Number(total >= 2));
  }
  return y;
}
