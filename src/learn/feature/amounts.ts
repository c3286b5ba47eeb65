import type { Dataset, Input } from "../../data/dataset.ts";
import { extremesOf } from "../../math/domain.ts";
import { sizeOf } from "../../math/shape.ts";
import { type Comparison, type Count, type Feature, opposite, type Sum, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** Sums that take more comparisons than this are not worth their cost. */
const MOST_COMPARISONS = 4096;

/**
 * How far differences of integers are above zero, below it, and from it, in sum: a step for each integer
 * that one of them may pass. No more than a count of them where they are 1 at most.
 */
export function amountsOver(pairs: readonly Sum[], reach: number, { inputs }: Dataset): Feature[] {
  if (reach < 2 || 2 * reach * pairs.length > MOST_COMPARISONS) return [];
  const rungs = (of: Sum): Comparison[] =>
    Array.from({ length: reach }, (_, step) => ({ of, threshold: step + 0.5 }));
  const above = pairs.flatMap(rungs);
  const below = pairs.map(opposite).flatMap(rungs);
  const bits = nameBits(3 * inputs.length);
  return [above, below, [...above, ...below]].map((comparisons) => amount(comparisons, bits));
}

/**
 * What the integers of an array add up to at the places at which bits, side by side from a column on, are
 * 1: an integer counts how far it is above 0, or below.
 */
export function chosenAmount(
  { input, start }: { readonly input: Input; readonly start: number },
  firstBit: number,
  bits: number,
): Feature[] {
  const { low, high } = extremesOf(input.domain);
  const size = sizeOf(input.shape);
  const reach = Math.max(high, 0) - Math.min(low, 0);
  if (reach < 2 || reach * size > MOST_COMPARISONS) return [];
  const comparisons: Comparison[] = [];
  const weights: number[] = [];
  // With so much more where the bit is 1, an integer passes these thresholds there alone.
  const count = (k: number, sign: 1 | -1, most: number): void => {
    const of = sumOf([start + k, firstBit + k], [sign, reach]);
    for (let value = 1; value <= most; value++) {
      comparisons.push({ of, threshold: reach + value - 0.5 });
      weights.push(sign);
    }
  };
  for (let k = 0; k < size; k++) {
    count(k, 1, high);
    count(k, -1, -low);
  }
  return [amount(comparisons, bits, weights)];
}

function amount(
  comparisons: readonly Comparison[],
  bits: number,
  weights: readonly number[] = comparisons.map(() => 1),
): Feature {
  const form: Count = { kind: "count", comparisons, weights };
  return feature({ family: "amount", bits, isInteger: true, at: () => form });
}
