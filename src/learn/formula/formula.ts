/** A sum of features, each so many times, and a constant. */
export interface Linear {
  readonly constant: number;
  readonly terms: readonly WeightedFeature[];
}

export interface WeightedFeature {
  /** Which of the features. */
  readonly feature: number;
  readonly weight: number;
}

/** The value of a feature, or an extreme of the columns that it adds up, so many times. */
export interface MixedTerm extends WeightedFeature {
  readonly of: "value" | "largest" | "smallest";
}

/** An integer as a function of features: what a numeric target is, instead of a class for each value. */
export type Formula =
  | { readonly kind: "linear" | "absolute"; readonly of: Linear }
  /** Never below one bound, nor above another. */
  | { readonly kind: "clipped"; readonly of: Linear; readonly low: number; readonly high: number }
  /** By an integer above 1; the remainder is not negative, the quotient rounded down. */
  | { readonly kind: "remainder" | "quotient"; readonly of: Linear; readonly divisor: number }
  /** Of two sums. */
  | { readonly kind: "larger" | "smaller"; readonly left: Linear; readonly right: Linear }
  /** A sum of counts, of extremes, and of sums. */
  | {
      readonly kind: "mixed";
      readonly constant: number;
      readonly terms: readonly MixedTerm[];
    }
  /** Of the columns that a feature adds up. */
  | { readonly kind: "largest" | "smallest"; readonly feature: number };

/** The value of a sum where `at` gives the values of its features. */
export function linearValue({ constant, terms }: Linear, at: (feature: number) => number): number {
  let sum = constant;
  for (const { feature, weight } of terms) sum += weight * at(feature);
  return sum;
}

export function clipped(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
