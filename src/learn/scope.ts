import type { Edge } from "./options.ts";

/**
 * For which outputs one rule is to hold: for all places of the target, seen from each of them; for one
 * output by itself; or, where the target is an index into an input array, for all places of that array:
 * "is it this one?".
 */
export type Scope =
  | { readonly kind: "shift"; readonly edges: readonly Edge[] }
  | { readonly kind: "alone"; readonly output: number; readonly effort?: number }
  | { readonly kind: "index"; readonly input: number };
