import type { Evidence } from "./evidence.ts";
import { type Formula, linearValue, type WeightedFeature } from "./formula.ts";
import { smallSums } from "./small-sums.ts";

/** Remainders by larger numbers are not looked for. */
const MOST_DIVISOR = 64;

/** The distance of a sum from 0. */
export function fitAbsolute(evidence: Evidence, features: readonly number[]): Formula | undefined {
  const { targets } = evidence;
  if (targets.some((target) => target < 0)) return undefined;
  for (const terms of smallSums({ features, weights: [1, -1, 2, -2], mostTerms: 3 })) {
    const sum = sumAt(evidence, terms);
    for (const constant of new Set([targets[0]! - sum(0), -targets[0]! - sum(0)])) {
      if (holds(targets, (row) => Math.abs(constant + sum(row)))) {
        return { kind: "absolute", of: { constant, terms } };
      }
    }
  }
  return undefined;
}

/** What is left of a sum modulo the number after the largest target. */
export function fitRemainder(evidence: Evidence, features: readonly number[]): Formula | undefined {
  const { targets } = evidence;
  const divisor = 1 + targets.reduce((most, target) => Math.max(most, target), 0);
  if (divisor < 3 || divisor > MOST_DIVISOR || targets.some((target) => target < 0))
    return undefined;
  const weights = Array.from({ length: divisor - 1 }, (_, k) =>
    k % 2 === 0 ? k / 2 + 1 : -(k + 1) / 2,
  );
  const mostTerms = divisor > 16 ? 2 : 3;
  for (const terms of smallSums({ features, weights, mostTerms })) {
    const sum = sumAt(evidence, terms);
    const constant = remainder(targets[0]! - sum(0), divisor);
    if (holds(targets, (row) => remainder(constant + sum(row), divisor))) {
      return { kind: "remainder", of: { constant, terms }, divisor };
    }
  }
  return undefined;
}

/** How often a number goes into a sum: any number that fits all cases, the largest of them. */
export function fitQuotient(evidence: Evidence, features: readonly number[]): Formula | undefined {
  const { targets } = evidence;
  for (const terms of smallSums({ features, weights: [1, 2, 3, 4, 5, 6, 7, 8, 9], mostTerms: 3 })) {
    const divisor = divisorOf(targets, sumAt(evidence, terms));
    if (divisor !== undefined) return { kind: "quotient", of: { constant: 0, terms }, divisor };
  }
  return undefined;
}

/** A target q of a sum f says that q d <= f < (q + 1) d. */
function divisorOf(targets: Float64Array, sum: (row: number) => number): number | undefined {
  let [low, high] = [2, Number.POSITIVE_INFINITY];
  for (let row = 0; row < targets.length && low <= high; row++) {
    const [target, value] = [targets[row]!, sum(row)];
    if (target < 0 || value < 0) return undefined;
    low = Math.max(low, Math.floor(value / (target + 1)) + 1);
    if (target > 0) high = Math.min(high, Math.floor(value / target));
  }
  return low <= high && Number.isFinite(high) ? high : undefined;
}

function sumAt({ values }: Evidence, terms: readonly WeightedFeature[]): (row: number) => number {
  const linear = { constant: 0, terms };
  return (row) => linearValue(linear, (feature) => values[feature]![row]!);
}

function holds(targets: Float64Array, answer: (row: number) => number): boolean {
  for (let row = 0; row < targets.length; row++) if (answer(row) !== targets[row]) return false;
  return true;
}

function remainder(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
