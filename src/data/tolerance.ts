/** Known no better than this, whatever the decimals say: what is certain is not quite so in logits. */
const LEAST = 1e-8;

/** With no decimals at all, or one, nearly all probabilities would do. */
const MOST = 0.05;

/** How far probabilities may be off: half a unit of the last decimal of any. */
export function toleranceOf(probabilities: Float64Array): number {
  let decimals = 0;
  for (const probability of probabilities) {
    const text = String(probability);
    decimals = Math.max(decimals, text.includes("e") ? MOST_DECIMALS : afterPoint(text));
    if (decimals >= MOST_DECIMALS) return LEAST;
  }
  return Math.min(MOST, 0.5 * 10 ** -decimals * (1 + 1e-9)) + LEAST;
}

const MOST_DECIMALS = 8;

function afterPoint(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}
