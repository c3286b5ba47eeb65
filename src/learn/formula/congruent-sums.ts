import type { Evidence } from "./evidence.ts";
import type { WeightedFeature } from "./formula.ts";
import type { SmallSums } from "./small-sums.ts";

/** Cases beside the first that are asked before a sum is yielded. */
const N_PROBES = 8;

/**
 * Those of the small sums, in the same order, that differ from the targets by the same number modulo a divisor in
 * a few cases; hardly any other does in all. Cost: a few operations for each sum.
 */
export function* congruentSums(
  { targets, values }: Evidence,
  { features, weights, mostTerms }: SmallSums,
  divisor: number,
): Generator<WeightedFeature[]> {
  const rows = probesOf(targets.length);
  const from = (numbers: Float64Array): Float64Array =>
    Float64Array.from(rows, (row) => numbers[row]! - numbers[0]!);
  const steps = features.map((feature) => from(values[feature]!));
  const wanted = from(targets);
  const isCongruent = (rest: Float64Array, step: Float64Array, weight: number): boolean => {
    for (let k = 0; k < rest.length; k++) {
      if ((rest[k]! - weight * step[k]!) % divisor !== 0) return false;
    }
    return true;
  };
  /** `rest` is what a sum has to make up for. */
  function* sumsOf(count: number, first: number, rest: Float64Array): Generator<WeightedFeature[]> {
    for (let at = first; at < features.length; at++) {
      const step = steps[at]!;
      for (const weight of weights) {
        const term = { feature: features[at]!, weight };
        if (count > 1) {
          const left = rest.map((value, k) => value - weight * step[k]!);
          for (const others of sumsOf(count - 1, at + 1, left)) yield [term, ...others];
        } else if (isCongruent(rest, step, weight)) yield [term];
      }
    }
  }
  for (let count = 1; count <= mostTerms; count++) yield* sumsOf(count, 0, wanted);
}

/** Evenly spread cases. */
function probesOf(nCases: number): number[] {
  const count = Math.min(N_PROBES, nCases - 1);
  return Array.from({ length: count }, (_, k) => Math.floor(((k + 1) * (nCases - 1)) / count));
}
