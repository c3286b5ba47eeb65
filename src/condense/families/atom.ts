import type { Expression, Range } from "../../program/program.ts";
import type { Amount } from "./amount.ts";
import type { FamilyClass } from "./family.ts";
import type { Known, LookUp } from "./formula-expression.ts";

/** Part of a class's total: cells of one source, at one place or over ranges. */
export interface Atom {
  /** Atoms with equal keys are the same sum. */
  readonly key: string;
  /** How often it counts: 1 or -1. */
  readonly sign: 1 | -1;
  readonly source: number;
  readonly ranges: readonly Range[];
  readonly indices: readonly Expression[];
  /** What each cell is multiplied by, beside its class's weight. */
  readonly factor: Expression | undefined;
  /** How many cells there are; undefined where that follows no law. */
  readonly count: Amount | undefined;
  /** Of a single cell: where it lies for the first member. */
  readonly place?: readonly number[];
}

/** What is known where atoms are written. */
export interface AtomContext {
  /** The family's variables, as expressions. */
  readonly variables: readonly Expression[];
  /** How many values each variable takes. */
  readonly counts: readonly number[];
  /** Formulas whose values have an expression already: those of an output's own coordinates. */
  readonly known?: Known;
  /** Of the class's source. */
  readonly lengths: readonly Expression[];
  readonly shape: readonly number[];
  /** Zeros before the first coordinate of each axis. */
  readonly before: readonly number[];
  /** A name that is not in use. */
  readonly fresh: (hint: "loop" | "step") => string;
  /** An element of a table of constants. */
  readonly lookUp: LookUp;
  /** How regions are written. */
  readonly style: Style;
}

/**
 * `plain`: all but one as all without that one; `parted`: as what comes before and after it; `spelt`: a few
 * neighbours one by one.
 */
export type Style = "plain" | "parted" | "spelt";

export interface In {
  readonly each: FamilyClass;
  readonly context: AtomContext;
}
