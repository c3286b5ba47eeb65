import type { Domain } from "../math/domain.ts";
import type { Label } from "../math/label.ts";

/**
 * The intermediate form between a network and code: a small functional language over integers, bits,
 * truth values and arrays whose sizes are symbols.
 *
 * Everything that decides works on programs; printers only print. `check.ts` says what is well formed,
 * `evaluate.ts` what a program means.
 */
export interface Program {
  /** Name of the function, an identifier in every language that is printed. */
  readonly name: string;
  readonly inputs: readonly ProgramInput[];
  readonly body: Block;
  /** What the results stand for, where they are no numbers of their own: k means the label k. */
  readonly labels?: readonly Label[];
  /** Whose the probabilities along the last axis of the result are, where they are those of named classes. */
  readonly classes?: readonly Label[];
}

/** The length of an axis: a symbol that holds for any length, or the one length that is allowed. */
export type Size = string | number;

export interface ProgramInput {
  readonly name: string;
  /** What the data call it, where that is no name that a program may use. */
  readonly key?: string;
  /** `["n"]`, `["n", "m"]`, `[20]`; `[]` is a scalar. The same symbol means the same length. */
  readonly shape: readonly Size[];
  readonly domain: Domain;
}

/** Named intermediate values, each visible to those after it, then the value of the block. */
export interface Block {
  readonly lets: readonly Let[];
  readonly result: Expression;
  /** The neurons whose values the result stands for. */
  readonly origin?: Origin;
}

export interface Let {
  readonly name: string;
  readonly value: Expression;
  /** The neurons whose values, or parts of whose values, the name stands for. */
  readonly origin?: Origin;
}

/** Neurons of one layer of the network that a program was condensed from, counted from 0. */
export interface Origin {
  readonly layer: number;
  readonly neurons: readonly number[];
}

/** A loop variable and its values `from <= variable < to`. */
export interface Range {
  readonly variable: string;
  readonly from: Expression;
  readonly to: Expression;
}

/**
 * A new array of one axis, an item for each place of a range, along which values are carried: from the
 * first place on, or, backwards, from the last place on. Stands as a named value or as a result only.
 */
export interface Scan {
  readonly kind: "scan";
  /** Starts at 0. */
  readonly range: Range;
  readonly isBackward: boolean;
  readonly carried: readonly Carried[];
  /** The item at a place. The carried values that it sees, as all names of its block, are those before the place. */
  readonly body: Block;
  /** One item more, of what is carried in the end: after the last place or, backwards, before the first. */
  readonly end?: Expression;
}

/** One number: what is carried in the end, after values were carried along the places as a scan does. */
export interface Fold {
  readonly kind: "fold";
  /** Starts at 0. */
  readonly range: Range;
  readonly isBackward: boolean;
  readonly carried: readonly Carried[];
  /** Named values at a place, for what is carried on. */
  readonly lets: readonly Let[];
  /** Of what is carried after the last place or, backwards, before the first. */
  readonly end: Expression;
}

/** An integer that a scan or a fold hands on from place to place. */
export interface Carried {
  readonly name: string;
  /** Between which integers it always is. */
  readonly low: number;
  readonly high: number;
  readonly initial: number;
  /** After a place; sees what the item there sees, and the names of its block. */
  readonly next: Expression;
}

export type Comparison = "<" | "<=" | "==" | "!=" | ">=" | ">";

/**
 * Types, as `check.ts` infers them: `integer`; `bit`, an integer that is 0 or 1; `real`; `truth`, the
 * value of a condition; and arrays, whose elements are integers, bits or reals. Where a real may stand,
 * an integer may stand too.
 */
export type Expression =
  /** A constant; 0 and 1 are bits. */
  | { readonly kind: "integer"; readonly value: number }
  /** A real constant: exactly the number that the double denotes. */
  | { readonly kind: "number"; readonly value: number }
  /** The length of an axis of an input. */
  | { readonly kind: "size"; readonly name: string }
  /** A loop variable, a named value or a whole input. */
  | { readonly kind: "variable"; readonly name: string }
  /** One element of an array; as many indices as the array has axes, each inside it. */
  | { readonly kind: "element"; readonly array: string; readonly indices: readonly Expression[] }
  | { readonly kind: "add"; readonly terms: readonly Expression[] }
  | { readonly kind: "subtract"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "multiply"; readonly left: Expression; readonly right: Expression }
  /** The remainder that has the divisor's sign: -1 modulo n is n - 1. */
  | { readonly kind: "modulo"; readonly left: Expression; readonly right: Expression }
  /** The largest integer not above left / right; the divisor is above 0. */
  | { readonly kind: "divide"; readonly left: Expression; readonly right: Expression }
  /** An integer constant raised to an integer that is not below 0. */
  | { readonly kind: "power"; readonly base: number; readonly exponent: Expression }
  /** -1, 0 or 1 as the number is below, equal to or above 0. */
  | { readonly kind: "sign"; readonly operand: Expression }
  /** Two numbers, compared; a truth. */
  | {
      readonly kind: "compare";
      readonly operator: Comparison;
      readonly left: Expression;
      readonly right: Expression;
    }
  /** Is the integer one of these? A truth. `values` ascend. */
  | { readonly kind: "member"; readonly value: Expression; readonly values: readonly number[] }
  /** Logic, on bits (giving a bit) or on truths (giving a truth); two or more operands. */
  | { readonly kind: "and" | "or" | "xor"; readonly operands: readonly Expression[] }
  | { readonly kind: "not"; readonly operand: Expression }
  /** A truth as 0 or 1. */
  | { readonly kind: "bit"; readonly operand: Expression }
  /** A bit as a truth. */
  | { readonly kind: "truth"; readonly operand: Expression }
  | {
      readonly kind: "if";
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    }
  /** The sum of the body over all combinations of the ranges' variables. */
  | { readonly kind: "sum"; readonly ranges: readonly Range[]; readonly body: Expression }
  /** Does the body, a truth, hold for any, or for all, of these combinations? A truth. */
  | { readonly kind: "any" | "all"; readonly ranges: readonly Range[]; readonly body: Expression }
  /** The largest or smallest value of the body over the combinations, of which there is at least one. */
  | { readonly kind: "max" | "min"; readonly ranges: readonly Range[]; readonly body: Expression }
  /** The first value of the variable at which the body is largest or smallest; the range is not empty. */
  | { readonly kind: "argmax" | "argmin"; readonly range: Range; readonly body: Expression }
  /** A new array, one axis for each range (which starts at 0), holding the body's value at each place. */
  | { readonly kind: "table"; readonly ranges: readonly Range[]; readonly body: Block }
  | Scan
  | Fold
  /** An array, one axis longer than its items: all of them scalars, or all arrays of one shape. */
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  /** A copy of an array with `before[axis]` and `after[axis]` zeros around it. */
  | {
      readonly kind: "pad";
      readonly array: string;
      readonly before: readonly number[];
      readonly after: readonly number[];
    }
  /** Probabilities in place of the logits along the last axis of an array. */
  | { readonly kind: "softmax"; readonly logits: Expression };

/** What the data call an input. */
export function keyOf({ name, key }: ProgramInput): string {
  return key ?? name;
}
