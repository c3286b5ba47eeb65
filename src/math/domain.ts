/** The values that an input may take. */
export type Domain =
  | { readonly kind: "binary" }
  | { readonly kind: "sign" }
  | { readonly kind: "integer"; readonly low: number; readonly high: number }
  | { readonly kind: "real" };

export const binary: Domain = { kind: "binary" };
