/** Probabilities in proportion to the powers of e. */
function softmax(logits: readonly number[]): number[] {
  const largest = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

/** Takes x, n rows of m numbers; returns n rows of m probabilities. */
export function softmax_of_each_row(x: readonly (readonly number[])[]): number[][] {
  return x.map(softmax);
}
