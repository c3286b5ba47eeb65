import type { Dataset } from "../../data/dataset.ts";
import type { Network } from "../../enn/network.ts";
import { sizeOf } from "../../math/shape.ts";
import { neverStop } from "../../math/stop.ts";
import { accuracyOf } from "../accuracy-of.ts";
import type { Candidate } from "../candidate.ts";
import { poolOf, sampled } from "../case-pool.ts";
import { aroundFeatures } from "../feature/around.ts";
import { arrayFeatures } from "../feature/arrays.ts";
import { patternCounts } from "../feature/bank.ts";
import { cellFeatures } from "../feature/cells.ts";
import { countFeatures } from "../feature/counts.ts";
import type { Feature } from "../feature/feature.ts";
import { lawFeatures } from "../feature/laws.ts";
import { lookupFeatures } from "../feature/lookups.ts";
import { pairFeatures } from "../feature/pairs.ts";
import { placeFeatures } from "../feature/places.ts";
import { rankFeatures } from "../feature/ranks.ts";
import { runningFeatures } from "../feature/running.ts";
import type { Edge, LearnOptions } from "../options.ts";
import type { Scope } from "../scope.ts";
import { canShare, layoutOf } from "../sharing.ts";
import { evidenceOf, isSum } from "./evidence.ts";
import { type Fitted, fitFormula } from "./fit-formula.ts";
import type { Formula } from "./formula.ts";
import { networkOfFormulas, type PlacedFormula } from "./network-of-formulas.ts";

/** Cases on which formulas are looked for; what they say is checked on all. */
const MOST_CASES = 2000;

/** More outputs than this are not looked at one by one. */
const MOST_ALONE = 64;

const EDGES: readonly Edge[] = ["ring", "zero", "none"];

/**
 * The network of a formula that gives an integer target exactly: one for all places where there is one,
 * else one for each output. Undefined for targets of fewer classes: two are truths rather than numbers.
 */
export function findFormula(
  dataset: Dataset,
  options: LearnOptions,
  { leastClasses = 3, relatives = [] }: FormulaOptions = {},
): FormulaCandidate | undefined {
  const { classes } = dataset.target;
  if (classes.length < leastClasses || !classes.every((label) => Number.isSafeInteger(label)))
    return undefined;
  options.onProgress?.("looking for a formula");
  for (const offer of offersOf(dataset, options, relatives)) {
    const network = networkOfFormulas(dataset, offer.placed);
    if (network === undefined) continue;
    const measured = accuracyOf(dataset, network);
    if (measured.mistakes === 0) return candidate(offer, network, dataset, measured);
  }
  return undefined;
}

export interface FormulaOptions {
  /** Of the target. */
  readonly leastClasses?: number;
  /** Formulas of other targets of the same inputs, to which this one may be related. */
  readonly relatives?: readonly Formula[];
}

/** Formulas are networks of layers. */
export interface FormulaCandidate extends Candidate {
  readonly network: Network;
  /** Of the first output. */
  readonly formula: Formula;
}

interface Offer {
  readonly placed: readonly PlacedFormula[];
  readonly bits: number;
  readonly sharing: string;
}

/** Formulas for all places, the shortest first, then those of each output. */
function* offersOf(
  dataset: Dataset,
  options: LearnOptions,
  relatives: readonly Formula[],
): Generator<Offer> {
  const { shouldStop = neverStop } = options;
  const shared = EDGES.flatMap((edge) =>
    shouldStop() ? [] : sharedOffers(dataset, edge, options),
  );
  yield* shared.sort((a, b) => a.bits - b.bits);
  if (sizeOf(dataset.target.shape) <= MOST_ALONE && !shouldStop())
    yield* aloneOffers(dataset, relatives);
}

function sharedOffers(dataset: Dataset, each: Edge, { edge = "auto" }: LearnOptions): Offer[] {
  const { shape } = dataset.target;
  const edges = shape.map(() => each);
  if ((edge !== "auto" && edge !== each) || !canShare(layoutOf(dataset), edges)) return [];
  const fitted = fittedIn(dataset, { kind: "shift", edges });
  if (fitted === undefined) return [];
  const placed = Array.from({ length: sizeOf(shape) }, (_, place) => ({ ...fitted, place }));
  return [{ placed, bits: fitted.bits, sharing: "one formula for every place" }];
}

function* aloneOffers(dataset: Dataset, relatives: readonly Formula[]): Generator<Offer> {
  const placed: (PlacedFormula & Fitted)[] = [];
  for (let output = 0; output < sizeOf(dataset.target.shape); output++) {
    const fitted = fittedIn(dataset, { kind: "alone", output }, relatives);
    if (fitted === undefined) return;
    placed.push({ ...fitted, place: 0 });
  }
  const isOne = dataset.target.shape.length === 0;
  const sharing = isOne ? "one formula of the inputs" : "a formula of its own for every output";
  yield { placed, bits: placed.reduce((sum, { bits }) => sum + bits, 0), sharing };
}

function fittedIn(
  dataset: Dataset,
  scope: Scope & { kind: "shift" | "alone" },
  relatives: readonly Formula[] = [],
): (Fitted & { features: readonly Feature[] }) | undefined {
  const features = featuresIn(dataset, scope);
  const pool = sampled(poolOf(dataset, scope), MOST_CASES);
  const fitted = fitFormula(evidenceOf(pool, features, dataset), relatives);
  return fitted && { ...fitted, features };
}

/** All sums of integers that a formula may look at, nearest first, then what it may count. */
function featuresIn(dataset: Dataset, scope: Scope & { kind: "shift" | "alone" }): Feature[] {
  const features =
    scope.kind === "shift"
      ? [
          ...cellFeatures(dataset, scope),
          ...aroundFeatures(dataset, scope),
          ...runningFeatures(dataset),
        ]
      : [
          ...cellFeatures(dataset, scope).slice(0, MOST_CELLS),
          ...arrayFeatures(dataset),
          ...lawFeatures(dataset),
        ];
  const counts =
    scope.kind === "shift"
      ? [...rankFeatures(dataset), ...placeFeatures(dataset, scope)]
      : [
          ...countFeatures(dataset),
          ...pairFeatures(dataset),
          ...lookupFeatures(dataset),
          ...patternCounts(dataset),
        ];
  const integers = [...features, ...counts].filter(({ isInteger }) => isInteger);
  return [...integers.filter(isSum), ...integers.filter((each) => !isSum(each))];
}

/** Of one output. */
const MOST_CELLS = 256;

function candidate(
  { bits, sharing, placed }: Offer,
  network: Network,
  dataset: Dataset,
  measured: ReturnType<typeof accuracyOf>,
): FormulaCandidate {
  const probes: Dataset = { ...dataset, nSamples: 0, places: [] };
  const doubts = () => ({ rivals: [], probes, questions: [] });
  const { formula } = placed[0]!;
  return { network, formula, bits, mistakeBits: 0, sharing, open: [], doubts, ...measured };
}
