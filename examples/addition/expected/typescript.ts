/**
 * Takes a, n integers from 0 to 9, and b, n integers from 0 to 9; returns n + 1 integers.
 */
export function addition(a: readonly number[], b: readonly number[]): number[] {
  if (b.length !== a.length) {
    throw new RangeError("b must have as many values as a");
  }
  const n = a.length;
  const y = new Array<number>(n + 1).fill(0);
  let carry = 0;
  for (let i = 0; i < n; i++) {
    const total = a[i] + b[i] + carry;
    y[i] = total % 10;
    carry = Math.floor(total / 10);
  }
  y[n] = carry;
  return y;
}
