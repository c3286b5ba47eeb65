/** Bits to say that labels may be wrong at all: exact rules are preferred where both are about as short. */
const NOISE_BITS = 6;

/** Bits more for each mistake: few are more probable than many. */
const MISTAKE_BITS = 1.5;

/**
 * Bits to say which of so many labels are wrong: their number, and the choice of them.
 *
 * Exact labels cost nothing.
 */
export function mistakeBits(nMistakes: number, nLabels: number): number {
  if (nMistakes === 0) return 0;
  return (
    NOISE_BITS + MISTAKE_BITS * nMistakes + Math.log2(nLabels + 1) + chooseBits(nLabels, nMistakes)
  );
}

/** log2 of the number of ways to choose k of n. */
export function chooseBits(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** log2 of n!: what a set of n things saves against a list of them. */
export function orderBits(n: number): number {
  return logFactorial(n);
}

/**
 * What a set of terms saves against a list of them. There are few short terms, so that in long lists not
 * every order is one of another set: each term after the eighth saves as much as the eighth.
 */
export function termOrderBits(nTerms: number): number {
  const nFree = Math.min(nTerms, MOST_FREE);
  return logFactorial(nFree) + (nTerms - nFree) * Math.log2(MOST_FREE);
}

const MOST_FREE = 8;

const known = [0, 0];

function logFactorial(n: number): number {
  for (let k = known.length; k <= Math.min(n, LARGEST_KNOWN); k++) {
    known.push(known[k - 1]! + Math.log2(k));
  }
  if (n <= LARGEST_KNOWN) return known[n]!;
  // Stirling's series: exact to less than a millionth of a bit from here on.
  return (n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n)) / Math.LN2;
}

const LARGEST_KNOWN = 1000;

const logs = new Float64Array(1 << 14).map((_, n) => Math.log2(n));

/** log2 of an integer from 1. */
export function logOf(n: number): number {
  return n < logs.length ? logs[n]! : Math.log2(n);
}
