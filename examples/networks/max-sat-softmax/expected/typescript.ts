/** Probabilities in proportion to the powers of e. */
function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Takes x, n rows of m values of 0 or 1; returns 2 probabilities. */
export function max_sat_softmax(x: readonly (readonly number[])[]): number[] {
  const hasAny: number[] = [];
  for (let i = 0; i < x[0].length; i++) {
    let found = false;
    for (let j = 2; j < x.length && !found; j++) {
      found = x[j][i] === 1;
    }
    hasAny.push(Number(found));
  }
  const flags = Array.from(
    { length: 2 },
    (_, i) => hasAny.map(
      (value, j) => Number(value === 1 && (x[1 - i][j] === 1 || x[i][j] === 0))
    )
  );
  const flags2 = Array.from(
    { length: 2 },
    (_, i) => x[i].map((value, j) => Number(value === 1 && hasAny[j] === 0))
  );
  return softmax(
    flags2.map(
      (row, i) => 2.29756 * flags[1 - i].reduce((sum, value) => sum + value, 0)
      + 10 * row.reduce((sum, value) => sum + value, 0)
      - 2.29756 * flags[i].reduce((sum, value) => sum + value, 0)
      - 10 * flags2[1 - i].reduce((sum, value) => sum + value, 0)
    )
  );
}
