import { Random } from "../math/random.ts";

/** A mean, and where it lies in 95 of 100 samples drawn anew. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;

/**
 * The mean of some values with its bootstrap interval at 95 %, by percentiles.
 *
 * Source: Efron, "Bootstrap methods: another look at the jackknife", 1979.
 */
export function bootstrap(values: readonly number[], seed: number): Interval {
  const mean = withoutRounding(meanOf(values));
  if (values.every((value) => value === values[0])) return { mean, low: mean, high: mean };
  const random = new Random(seed);
  const means = Float64Array.from({ length: RESAMPLES }, () => resampledMean(values, random));
  means.sort();
  const at = (k: number) => withoutRounding(means[k]!);
  return { mean, low: at(RESAMPLES * 0.025), high: at(RESAMPLES * 0.975 - 1) };
}

function resampledMean(values: readonly number[], random: Random): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += values[random.below(values.length)]!;
  return sum / values.length;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Differences that cancel leave 1e-16 or so, which would read as a gain that is above zero. */
function withoutRounding(value: number): number {
  const rounded = Number(value.toFixed(12));
  return rounded === 0 ? 0 : rounded;
}
