/** Takes x, n values of 0 or 1; returns 2 * n values of 0 or 1. */
export function interleaved(x: readonly number[]): number[] {
  const n = x.length;
  return Array.from(
    { length: 2 * n },
    (_, i) => i % 2 === 1
      ? x[(Math.floor(i / 2) + n - 1) % n] | x[Math.floor(i / 2)]
      : x[Math.floor(i / 2)] & x[(Math.floor(i / 2) + 1) % n]
  );
}
