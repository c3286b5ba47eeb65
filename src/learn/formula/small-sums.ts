import type { WeightedFeature } from "./formula.ts";

export interface SmallSums {
  readonly features: readonly number[];
  /** Of each feature, simple ones first. */
  readonly weights: readonly number[];
  readonly mostTerms: number;
}

/** Sums of one feature, then of two, and so on, with weights of a few values. */
export function* smallSums({
  features,
  weights,
  mostTerms,
}: SmallSums): Generator<WeightedFeature[]> {
  for (let count = 1; count <= mostTerms; count++) {
    yield* sumsOf(count, features, weights);
  }
}

function* sumsOf(
  count: number,
  features: readonly number[],
  weights: readonly number[],
): Generator<WeightedFeature[]> {
  if (count === 0) {
    yield [];
    return;
  }
  for (const [at, feature] of features.entries()) {
    for (const weight of weights) {
      for (const rest of sumsOf(count - 1, features.slice(at + 1), weights)) {
        yield [{ feature, weight }, ...rest];
      }
    }
  }
}

/** How many there are. */
export function countSmallSums({ features, weights, mostTerms }: SmallSums): number {
  let total = 0;
  let choices = 1;
  for (let count = 1; count <= mostTerms; count++) {
    choices *= ((features.length - count + 1) / count) * weights.length;
    total += choices;
  }
  return total;
}
