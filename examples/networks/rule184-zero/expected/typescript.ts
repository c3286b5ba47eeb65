/** Takes x, n values of 0 or 1; returns n values of 0 or 1. */
export function rule184_zero(x: readonly number[]): number[] {
  const padded = [0, ...x, 0];
  return Array.from(
    { length: x.length },
    (_, i) => padded[i + 1] === 1 ? padded[i + 2] : padded[i]
  );
}
