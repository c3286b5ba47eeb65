import type { Language } from "../emit/emit.ts";
import type { Domain } from "../math/domain.ts";
import type { Shape } from "../math/shape.ts";
import type { Verdict } from "../verify/verdict.ts";
import { determinedShare, unseenSentences } from "./coverage-sentences.ts";
import type { Known } from "./known.ts";
import { type NetworkFigures, networkFigures } from "./network-figures.ts";
import { type ProgramFigures, programFigures } from "./program-figures.ts";

/** `summary.json`, field by field. */
export interface Summary {
  readonly name: string;
  readonly seed: number;
  readonly version: string;
  readonly data: {
    readonly samples: number;
    readonly inputs: readonly { name: string; shape: Shape; domain: Domain }[];
    readonly targets: readonly { name: string; shape: Shape; classes: readonly number[] }[];
  };
  readonly learnt: { readonly sharing: string; readonly stopped: boolean };
  readonly network: NetworkFigures;
  readonly training: {
    readonly accuracy: number;
    readonly mistakes: number;
    /** Share of the labels that is taken to be wrong. */
    readonly noise: number;
  };
  readonly program: ProgramFigures;
  readonly verdict: Verdict;
  readonly coverage: {
    readonly determined: number;
    readonly cases: number;
    readonly seen: number;
    readonly undetermined: readonly string[];
  };
  readonly printed: readonly Printed[];
  readonly seconds: Seconds;
}

/** One printed language; `executed` and `agrees` are null when the code was not run. */
export interface Printed {
  readonly language: Language;
  readonly file: string;
  readonly executed: number | null;
  readonly agrees: boolean | null;
  /** Why it was not run, or where it differs. */
  readonly reason?: string;
}

/** Measured by the shell; no other part of a result depends on time. */
export interface Seconds {
  readonly read: number;
  readonly learn: number;
  readonly condense: number;
  readonly verify: number;
  readonly emit: number;
  readonly total: number;
}

export interface Measured {
  readonly printed: readonly Printed[];
  readonly seconds: Seconds;
}

/** Everything known, as the JSON value that is written to `summary.json`. */
export function summarize(known: Known, { printed, seconds }: Measured): Summary {
  const { name, seed, version, candidate, coverage, program } = known;
  return {
    name,
    seed,
    version,
    data: dataOf(known),
    learnt: { sharing: candidate.sharing, stopped: known.stopped },
    network: networkFigures(known.network),
    training: { accuracy: candidate.accuracy, mistakes: candidate.mistakes, noise: 0 },
    program: programFigures(program, known.source.python ?? ""),
    verdict: known.verdict,
    coverage: {
      determined: determinedShare(coverage),
      cases: coverage.cases,
      seen: coverage.seen,
      undetermined: [...unseenSentences(coverage, program), ...candidate.open],
    },
    printed,
    seconds,
  };
}

function dataOf({ dataset }: Known): Summary["data"] {
  const { nSamples, inputs, target } = dataset;
  return {
    samples: nSamples,
    inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
    targets: [{ name: target.name, shape: target.shape, classes: target.classes }],
  };
}
