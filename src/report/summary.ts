import { shapeWithoutValues } from "../data/one-hot.ts";
import { emit, type Language } from "../emit/emit.ts";
import type { Domain } from "../math/domain.ts";
import type { Label } from "../math/label.ts";
import type { NestedOf, Shape } from "../math/shape.ts";
import type { Verdict } from "../verify/verdict.ts";
import { determinedShare, openSentences } from "./coverage-sentences.ts";
import type { Known, KnownOfData, KnownOfNetwork, SizeFigures, SizeVerdict } from "./known.ts";
import { type NetworkFigures, networkFigures } from "./network-figures.ts";
import { type ProgramFigures, programFigures } from "./program-figures.ts";

/** `summary.json`, field by field; what only samples can say is null where a network was given. */
export interface Summary {
  readonly name: string;
  readonly seed: number;
  readonly version: string;
  /** Did a time limit cut the search short? */
  readonly stopped: boolean;
  readonly data: DataFigures | null;
  readonly learnt: LearntFigures | null;
  readonly network: NetworkFigures;
  readonly training: TrainingFigures | null;
  /** Where networks of several sizes were given. */
  readonly condensed?: CondensedFigures;
  readonly program: ProgramFigures;
  readonly verdict: Verdict;
  readonly coverage: CoverageFigures | null;
  readonly printed: readonly Printed[];
  readonly seconds: Seconds;
}

export interface LearntFigures {
  readonly sharing: string;
  readonly stopped: boolean;
  /** Where data of several sizes were given. */
  readonly sizes?: readonly SizeFigures[];
}

/** What became of several networks. */
export interface CondensedFigures {
  readonly sizes: readonly SizeVerdict[];
  /** What a reader has to know of how the program holds for all sizes. */
  readonly open: readonly string[];
}

export interface DataFigures {
  readonly samples: number;
  readonly inputs: readonly { name: string; shape: Shape; domain: Domain }[];
  readonly targets: readonly { name: string; shape: Shape; classes: readonly Label[] }[];
  /** What was left out of the data, and why. */
  readonly warnings: readonly string[];
}

export interface TrainingFigures {
  readonly accuracy: number;
  readonly mistakes: number;
  /** Share of the labels that is taken to be wrong. */
  readonly noise: number;
  /** Where the mistaken samples stand in the data, a hundred at most. */
  readonly mistaken: readonly string[];
}

export interface CoverageFigures {
  readonly determined: number;
  readonly cases: number;
  readonly seen: number;
  readonly undetermined: readonly string[];
  readonly rivals: readonly RivalFigures[];
}

/** Another rule that fits the samples about as well, and an input on which the two differ. */
export interface RivalFigures {
  /** Bits that it takes more than the learnt one. */
  readonly moreBits: number;
  readonly python: string;
  /** A sample without its target. */
  readonly input: unknown;
  readonly learnt: NestedOf<Label>;
  readonly rival: NestedOf<Label>;
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

/** Measured by the shell; no other part of a result depends on time. A network that was given is not learnt. */
export interface Seconds {
  readonly read: number;
  readonly learn?: number;
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
  const { name, seed, version, stopped } = known;
  const learnt = known.kind === "data" ? known : undefined;
  return {
    name,
    seed,
    version,
    stopped,
    data: learnt ? dataOf(learnt) : null,
    learnt: learnt ? learntOf(learnt) : null,
    network: networkFigures(known.network),
    training: learnt ? trainingOf(learnt) : null,
    ...(known.kind === "network" && condensedOf(known)),
    program: programFigures(known),
    verdict: known.verdict,
    coverage: learnt ? coverageOf(learnt) : null,
    printed,
    seconds,
  };
}

function learntOf({ candidate, stopped, sizes }: KnownOfData): LearntFigures {
  return { sharing: candidate.sharing, stopped, ...(sizes && { sizes }) };
}

function condensedOf({ sizes, open = [] }: KnownOfNetwork): { condensed?: CondensedFigures } {
  return sizes === undefined ? {} : { condensed: { sizes, open } };
}

function dataOf({ dataset }: KnownOfData): DataFigures {
  const { nSamples, inputs, target } = dataset;
  return {
    samples: nSamples,
    inputs: inputs.map(({ name, shape, domain }) => ({
      name,
      // Texts stand where the data have them, not along an axis of their own.
      shape: domain.kind === "one-hot" ? shapeWithoutValues(shape) : shape,
      domain,
    })),
    targets: [{ name: target.name, shape: target.shape, classes: target.classes }],
    warnings: dataset.warnings,
  };
}

const MOST_MISTAKEN = 100;

function trainingOf({ candidate, dataset }: KnownOfData): TrainingFigures {
  const { accuracy, mistakes, mistaken } = candidate;
  return {
    accuracy,
    mistakes,
    noise: 1 - accuracy,
    mistaken: mistaken.slice(0, MOST_MISTAKEN).map((sample) => dataset.places[sample]!),
  };
}

function coverageOf(known: KnownOfData): CoverageFigures {
  const { coverage, rivals } = known;
  return {
    determined: determinedShare(coverage),
    cases: coverage.cases,
    seen: coverage.seen,
    undetermined: openSentences(known),
    rivals: rivals.map(({ moreBits, program, input, learnt, rival }) => ({
      moreBits: Math.round(moreBits * 10) / 10,
      python: emit(program, "python"),
      input: JSON.parse(input),
      learnt,
      rival,
    })),
  };
}
