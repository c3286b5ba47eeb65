import type { Form } from "./form.ts";
import type { Weight } from "./weight.ts";

/** A number of the graph that is no weighted sum of others: an input cell, or a nonlinear function. */
export type Atom = Extent & {
  readonly id: number;
  /** Above those of all atoms that it is computed from; 0 for cells. */
  readonly level: number;
} & (
    | { readonly kind: "cell"; readonly cell: number }
    /** 1 where the base is above the cut, else 0. */
    | { readonly kind: "threshold"; readonly base: Base; readonly cut: Cut }
    | { readonly kind: "remainder"; readonly of: Form; readonly divisor: number }
    | { readonly kind: "quotient"; readonly of: Form; readonly divisor: number }
    | { readonly kind: "product"; readonly left: Form; readonly right: Form }
    | { readonly kind: "largest"; readonly of: readonly Form[] }
  );

/** What is known of a number's values. */
export interface Extent {
  readonly low: Weight;
  readonly high: Weight;
  readonly isInteger: boolean;
}

/**
 * A weighted sum without constant that thresholds look at: integer weights without a common divisor,
 * the first one above 0.
 */
export interface Base extends Extent {
  readonly id: number;
  readonly atoms: readonly number[];
  readonly weights: readonly Weight[];
  readonly areBits: boolean;
  /** Above those of its atoms. */
  readonly level: number;
  /** The smallest |weight|. */
  readonly least: Weight;
}

/** The number over / under, under being above 0; a strict cut is below all that passes, else it passes. */
export interface Cut {
  readonly over: Weight;
  readonly under: Weight;
  readonly isStrict: boolean;
}

/** An atom and whether it is to be 0, in one number. */
export type Literal = number;

export const literalOf = (atom: number, isNegated: boolean): Literal =>
  2 * atom + (isNegated ? 1 : 0);
export const atomOf = (literal: Literal): number => literal >> 1;
export const isNegated = (literal: Literal): boolean => (literal & 1) === 1;
export const opposite = (literal: Literal): Literal => literal ^ 1;
