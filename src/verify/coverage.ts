import type { Expression } from "../program/program.ts";

/** Which of the cases that a program distinguishes the samples decide. */
export interface Coverage {
  /** Number of cases, over all parts. */
  readonly cases: number;
  /** Those that occur in the samples. */
  readonly seen: number;
  readonly parts: readonly CoveragePart[];
}

/** The cases of one cell function: the values that its features take together. */
export interface CoveragePart {
  /** What the cell looks at: sums and elements, in order of appearance. */
  readonly features: readonly Expression[];
  readonly cases: number;
  readonly seen: number;
  /** Cases that no sample shows, in ascending order of their values, with what the program does there. */
  readonly unseen: readonly { readonly values: readonly number[]; readonly result: number }[];
}
