/** Takes x, n integers from -3 to 4; returns n values of 0 or 1. */
export function records(x: readonly number[]): number[] {
  const y: number[] = [];
  for (let i = 0; i < x.length; i++) {
    let holds = true;
    for (let j = 0; j < i && holds; j++) {
      holds = x[i] > x[j];
    }
    y.push(Number(holds));
  }
  return y;
}
