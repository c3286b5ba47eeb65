import { congruentSums } from "./congruent-sums.ts";
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
  if (divisor < 2 || divisor > MOST_DIVISOR || targets.some((target) => target < 0))
    return undefined;
  const weights = Array.from({ length: divisor - 1 }, (_, k) =>
    k % 2 === 0 ? k / 2 + 1 : -(k + 1) / 2,
  );
  const mostTerms = divisor > 16 ? 2 : 3;
  for (const terms of congruentSums(evidence, { features, weights, mostTerms }, divisor)) {
    const sum = sumAt(evidence, terms);
    const constant = remainder(targets[0]! - sum(0), divisor);
    if (holds(targets, (row) => remainder(constant + sum(row), divisor))) {
      return { kind: "remainder", of: { constant, terms }, divisor };
    }
  }
  return undefined;
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
