import { commonDivisor } from "../../math/integers.ts";
import type { WeightClass } from "./lattice.ts";
import { integers, LARGEST_SUM, reals, type Values } from "./values.ts";

/**
 * What a sum of integer weights (nClasses) can be, or a superset of it.
 *
 * Undefined where sums on integers, or of the weights of reals, are too large to be exact as doubles.
 */
export function sumValues(
  classes: readonly WeightClass[],
  weights: readonly number[],
  bias: number,
): Values | undefined {
  let [low, high, step, reach] = [bias, bias, 0, Math.abs(bias)];
  let isReal = false;
  classes.forEach(({ values, count }, c) => {
    const weight = weights[c]!;
    if (weight === 0) return;
    const { low: least, high: most, step: each } = values.kind === "reals" ? UNIT : values;
    isReal ||= values.kind === "reals";
    const ends = [weight * least * count, weight * most * count];
    reach += Math.max(...ends.map(Math.abs));
    low += Math.min(...ends);
    high += Math.max(...ends);
    step = least === most ? step : commonDivisor(step, weight * each);
  });
  if (!(reach <= LARGEST_SUM)) return undefined;
  return isReal ? reals : integers(low + 0, high + 0, step || 1);
}

const UNIT = integers(-1, 1);
