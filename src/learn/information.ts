/** What it takes to write values down one by one, in bits: as many as their entropy times their number. */
export function informationOf(values: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let k = 0; k < values.length; k++) counts.set(values[k]!, (counts.get(values[k]!) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits += count * Math.log2(values.length / count);
  return bits;
}
