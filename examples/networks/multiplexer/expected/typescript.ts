/** The index, which has to be that of a place in an array of this length. */
function place(index: number, length: number): number {
  if (index >= 0 && index < length) return index;
  throw new RangeError("a place is asked for that is not in its array");
}

/** Takes address, n values of 0 or 1, and data, m values of 0 or 1; returns 0 or 1. */
export function multiplexer(address: readonly number[], data: readonly number[]): number {
  const n = address.length;
  let total = 0n;
  for (let i = 0; i < n; i++) {
    total += 2n ** BigInt(n - 1 - i) * BigInt(address[i]);
  }
  return data[place(Number(total), data.length)];
}
