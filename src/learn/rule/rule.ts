import type { Feature } from "../feature/feature.ts";
import type { Test } from "./test.ts";

/** Tests that all have to pass. */
export type Term = readonly Test[];

/** A label, and the terms of which one has to hold for it. */
export interface Decision {
  readonly label: number;
  readonly terms: readonly Term[];
}

/**
 * A decision list: the first decision of which a term holds gives the label (a class index), else
 * `otherwise`.
 */
export interface Rule {
  readonly features: readonly Feature[];
  /** (features): where each stands in the bank from which it comes. */
  readonly positions: readonly number[];
  readonly decisions: readonly Decision[];
  readonly otherwise: number;
  /** Description length, without the mistakes. */
  readonly saidBits: number;
  /** Description length, mistakes included. */
  readonly bits: number;
  /** Cases that it gets wrong. */
  readonly nMistakes: number;
  /** Others nearly as short that were found on the way, fewest bits first. */
  readonly rivals?: readonly Rule[];
}
