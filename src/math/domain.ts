/** The values that an input may take. */
export type Domain =
  | { readonly kind: "binary" }
  | { readonly kind: "sign" }
  | { readonly kind: "integer"; readonly low: number; readonly high: number }
  | { readonly kind: "real" }
  /** An array whose last axis has one place for each value, exactly one of which is 1. */
  | { readonly kind: "one-hot"; readonly values: readonly string[] };

export const binary: Domain = { kind: "binary" };

/** The lowest and the highest number that a cell of a domain may hold; of reals both are infinite. */
export function extremesOf(domain: Domain): { readonly low: number; readonly high: number } {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return { low: 0, high: 1 };
    case "sign":
      return { low: -1, high: 1 };
    case "integer":
      return domain;
    case "real":
      return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  }
}

/** Of integers between two bounds: bits where these are 0 and 1. */
export function integersBetween(low: number, high: number): Domain {
  return low === 0 && high === 1 ? { kind: "binary" } : { kind: "integer", low, high };
}
