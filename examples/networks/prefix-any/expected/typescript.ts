/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function prefix_any(x: readonly number[]): number[] {
  const y: number[] = [];
  for (let i = 0; i < x.length; i++) {
    let found = false;
    for (let j = 0; j <= i && !found; j++) {
      found = x[j] === 1;
    }
    y.push(Number(found));
  }
  return y;
}
