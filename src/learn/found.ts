import type { PlacedRule } from "./network/term-units.ts";

/** Rules for all outputs, and how they treat places. */
export interface Found {
  readonly rules: readonly PlacedRule[];
  readonly isIndex: boolean;
  /** Description length of rules and mistakes. */
  readonly bits: number;
  /** Labels that the rules get wrong. */
  readonly nMistakes: number;
  /** Description length of the mistakes alone. */
  readonly mistakeBits: number;
  /** One sentence, such as `one function at every place of a ring`. */
  readonly sharing: string;
  /** What the data leave open beside unseen cases: one sentence each. */
  readonly open: readonly string[];
  /** Others of the same kind that are nearly as short. */
  readonly rivals: readonly Found[];
}

/** Fewest bits first; of equally short ones those found first. */
export function shortestFirst(found: readonly Found[]): Found[] {
  return [...found].sort((a, b) => a.bits - b.bits);
}
