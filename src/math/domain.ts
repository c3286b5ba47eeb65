/** The values that an input may take. */
export type Domain =
  | { readonly kind: "binary" }
  | { readonly kind: "sign" }
  | { readonly kind: "integer"; readonly low: number; readonly high: number }
  | { readonly kind: "real" }
  /** An array whose last axis has one place for each value, exactly one of which is 1. */
  | { readonly kind: "one-hot"; readonly values: readonly string[] };

export const binary: Domain = { kind: "binary" };
