import type { Dataset } from "../data/dataset.ts";
import type { Language } from "../emit/emit.ts";
import type { AnyNetwork } from "../enn/network.ts";
import type { Candidate } from "../learn/candidate.ts";
import type { Rival } from "../learn/doubt/doubts.ts";
import type { Shape } from "../math/shape.ts";
import type { Program } from "../program/program.ts";
import type { Coverage } from "../verify/coverage.ts";
import type { Verdict } from "../verify/verdict.ts";

/** Everything known at the end of the ladder: what summary and report are made from. */
export type Known = KnownOfData | KnownOfNetwork;

/** Of a program that was learnt from samples. */
export interface KnownOfData extends KnownProgram {
  readonly kind: "data";
  readonly dataset: Dataset;
  readonly candidate: Candidate;
  readonly coverage: Coverage;
  /** Other rules that fit about as well, and their programs. */
  readonly rivals: readonly (Rival & { readonly program: Program })[];
  /** How the program does at each size, where data of several sizes were given. */
  readonly sizes?: readonly SizeFigures[];
}

/** How one program does on the data of one size. */
export interface SizeFigures {
  /** Of the inputs, in order. */
  readonly shapes: readonly Shape[];
  readonly samples: number;
  /** Share of the samples whose whole target comes out right, 0 to 1. */
  readonly accuracy: number;
}

/** Of a program that was condensed from a network that was given, or from several. */
export interface KnownOfNetwork extends KnownProgram {
  readonly kind: "network";
  /** The program against each network, where networks of several sizes were given. */
  readonly sizes?: readonly SizeVerdict[];
  /** What a reader has to know of how it holds for all sizes. */
  readonly open?: readonly string[];
}

/** What is known of one program and the network of one size. */
export interface SizeVerdict {
  /** Of the inputs, in order. */
  readonly shapes: readonly Shape[];
  readonly verdict: Verdict;
}

interface KnownProgram {
  readonly name: string;
  readonly seed: number;
  /** Of this package. */
  readonly version: string;
  readonly network: AnyNetwork;
  readonly program: Program;
  readonly verdict: Verdict;
  /** Does it hold for all of several sizes that were given? Its constants are not those of one size then. */
  readonly isOfAllSizes?: boolean;
  /** Whether the search was cut short. */
  readonly stopped: boolean;
  readonly source: Readonly<Partial<Record<Language, string>>>;
}
