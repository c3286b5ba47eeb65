import type { Target } from "../../data/dataset.ts";
import { toleranceOf } from "../../data/tolerance.ts";

/** What is certain has this logit: with two classes all but 2 in 10^9. */
const CERTAIN = 10;

/**
 * Distributions as logits that sum to 0, (classes, samples): of two classes with probability p these are
 * plus and minus ln(p / (1 - p)) / 2. Undefined where the target is no single distribution,
 * and where all are certain, which labels say as well.
 */
export function logitsOf({ shape, classes, probabilities }: Target): Float64Array[] | undefined {
  if (shape.length > 0 || probabilities === undefined || classes.length < 2) return undefined;
  if (probabilities.every(Number.isInteger)) return undefined;
  const nClasses = classes.length;
  const floor = Math.exp(-2 * CERTAIN);
  const logs = probabilities.map((probability) => Math.log(Math.max(probability, floor)));
  return classes.map((_, own) =>
    Float64Array.from({ length: logs.length / nClasses }, (_, sample) => {
      const row = logs.subarray(sample * nClasses, (sample + 1) * nClasses);
      return row[own]! - row.reduce((sum, log) => sum + log, 0) / nClasses;
    }),
  );
}

/** Are probabilities of logits, (classes, samples), those of a target, to the decimals that it shows? */
export function agreesWith({
  probabilities,
}: Target): (logits: readonly Float64Array[]) => boolean {
  const given = probabilities!;
  const tolerance = toleranceOf(given);
  return (logits) => {
    const nClasses = logits.length;
    for (let sample = 0; sample < given.length / nClasses; sample++) {
      const row = logits.map((column) => column[sample]!);
      const most = Math.max(...row);
      const powers = row.map((logit) => Math.exp(logit - most));
      const total = powers.reduce((sum, power) => sum + power, 0);
      const isNear = (power: number, k: number): boolean =>
        Math.abs(power / total - given[sample * nClasses + k]!) <= tolerance;
      if (!powers.every(isNear)) return false;
    }
    return true;
  };
}
