import type { Expression, Range } from "../program/program.ts";
import type { Scene } from "./scene.ts";
import type { Span } from "./span.ts";

/**
 * A step of a procedure, for languages in which sums, quantifiers and arrays are made by loops.
 *
 * Its expressions hold no sum, quantifier or extreme any more; `scene` is what is known where they stand.
 */
export type Step =
  /** A name for a value that does not change. */
  | {
      readonly kind: "name";
      readonly name: string;
      readonly value: Expression;
      readonly scene: Scene;
    }
  /** A name for a value that changes; it may start below or above all others, or without a value. */
  | {
      readonly kind: "start";
      readonly name: string;
      readonly value: Start;
      readonly span: Span;
      /** The name stands for one of these values. */
      readonly range?: Range;
      /** The number of axes, if it is an array. */
      readonly rank: number;
      readonly scene: Scene;
    }
  | {
      readonly kind: "set";
      readonly name: string;
      readonly value: Expression;
      readonly scene: Scene;
    }
  | {
      readonly kind: "increase";
      readonly name: string;
      readonly value: Expression;
      readonly scene: Scene;
    }
  /** The steps for each value of a range, in order, or until a name has the value. */
  | {
      readonly kind: "loop";
      readonly range: Range;
      readonly until?: Until;
      readonly steps: readonly Step[];
      readonly scene: Scene;
    }
  | {
      readonly kind: "choose";
      readonly condition: Expression;
      readonly then: readonly Step[];
      readonly otherwise: readonly Step[];
      readonly scene: Scene;
    }
  /** A new array of zeros. */
  | {
      readonly kind: "array";
      readonly name: string;
      readonly lengths: readonly Expression[];
      readonly span: Span;
      /** Are some of its elements not stored, but left zero? */
      readonly isZeroed: boolean;
      readonly scene: Scene;
    }
  /** A new array along one axis that is empty and grows. */
  | { readonly kind: "grow"; readonly name: string; readonly span: Span }
  | {
      readonly kind: "append";
      readonly array: string;
      readonly value: Expression;
      readonly scene: Scene;
    }
  /** A new array of constants. */
  | {
      readonly kind: "constants";
      readonly name: string;
      readonly value: Expression;
      readonly scene: Scene;
    }
  | {
      readonly kind: "store";
      readonly array: string;
      readonly indices: readonly Expression[];
      readonly value: Expression;
      readonly scene: Scene;
    }
  /** Probabilities in place of the logits along the last axis of a part of an array. */
  | {
      readonly kind: "softmax";
      readonly array: string;
      readonly indices: readonly Expression[];
      readonly scene: Scene;
    }
  | { readonly kind: "return"; readonly value: Expression; readonly scene: Scene };

export type Start =
  | Expression
  | { readonly kind: "lowest" }
  | { readonly kind: "highest" }
  | { readonly kind: "none" };

export interface Until {
  readonly name: string;
  readonly value: boolean;
}
