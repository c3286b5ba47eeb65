import { checkFewClasses, checkLearnable } from "../data/check-learnable.ts";
import type { Dataset } from "../data/dataset.ts";
import { outOfTime, tooNoisy, unexplained } from "../errors.ts";
import { loadLinearSolver } from "../math/linear-program.ts";
import { accuracyOf } from "./accuracy-of.ts";
import type { Candidate } from "./candidate.ts";
import { candidateOf, networkOf } from "./candidate-of.ts";
import { doubtsAbout } from "./doubt/doubts-about.ts";
import { findEvidence } from "./evidence/find-evidence.ts";
import { havePatterns, isPatternCount } from "./feature/bank.ts";
import { findArray, findSharedWithin } from "./find-array.ts";
import { findScalar, findScalarWithin } from "./find-scalar.ts";
import { findScalarOfSizes } from "./find-scalar-of-sizes.ts";
import { type FormulaCandidate, findFormula } from "./formula/find-formula.ts";
import { type Found, shortestFirst } from "./found.ts";
import type { LearnOptions } from "./options.ts";
import { everySampleItsOwn } from "./own-samples.ts";
import { sortedSamples } from "./sorted-samples.ts";
import { MOST_MODULUS } from "./step/affine-machines.ts";
import { findEnds } from "./step/find-ends.ts";
import { findFolds } from "./step/find-folds.ts";
import { findRegisters } from "./step/find-registers.ts";
import type { FoundSteps, LearntPart, PartSearch, StepOptions } from "./step/find-steps.ts";
import { findWalks } from "./step/find-walks.ts";
import { isReadable, sequencesOf } from "./step/sequences.ts";
import { confirmedShifts, isAlike } from "./symmetry.ts";

/** Networks offered to the ladder: their programs decide which is kept. */
const MOST_CANDIDATES = 3;

/** A candidate that takes so many bits more than the best has no chance to be the shortest program. */
const MOST_BITS_MORE = 24;

/**
 * Essence neural networks that explain the samples, the shortest description first.
 *
 * Of targets that are distributions evidence that adds up, or else their most probable classes.
 * Formulas first, then steps along the axis beside short rules for all places; else one function for all
 * places, and, where the data refute it or need more bits for it, one for each output. Deterministic, and
 * independent of the order of the samples.
 */
export async function learn(
  samples: Dataset,
  options: LearnOptions = {},
): Promise<readonly Candidate[]> {
  const dataset = sortedSamples(samples);
  const evidence = findEvidence(dataset, options);
  if (evidence.length > 0) return evidence.map((each) => whole(samples, each));
  const { probabilities, ...labels } = dataset.target;
  // What is certain is as good as labels.
  if (!probabilities?.some((share) => share > 0 && share < 1)) {
    return learnLabels(samples, dataset, options);
  }
  const isStopped = options.shouldStop?.() ?? false;
  checkLearnable({ ...dataset, target: labels });
  const candidates = await learnLabels(samples, dataset, options);
  const why = isStopped ? NOT_FINISHED : NO_PROBABILITIES;
  return candidates.map((each) => ({ ...each, open: [...each.open, why] }));
}

const NOT_FINISHED =
  "probabilities: time was up before evidence for them was found, so only the most probable classes were learnt";

const NO_PROBABILITIES =
  "probabilities: no evidence that adds up gives them, so only the most probable classes were learnt";

/** Of labels; `dataset` are the same samples in order. */
async function learnLabels(
  samples: Dataset,
  dataset: Dataset,
  options: LearnOptions,
): Promise<readonly Candidate[]> {
  const { isOfAllSizes = false } = options;
  const formula = isOfAllSizes ? undefined : findFormula(dataset, options);
  const search: StepOptions = {
    learnPart: (part, wanted) => exactly(part, wanted, options),
    ...(options.shouldStop && { shouldStop: options.shouldStop }),
  };
  if (formula !== undefined) return [formula, ...(await insteadOf(formula, dataset, search))];
  if (isOfAllSizes) return learnOfAllSizes(dataset, search, options);
  const ends = isTruth(dataset) ? [] : await endsOf(dataset, search, options);
  if (ends.length > 0) return stepsOrRules(dataset, ends, options);
  const plain = shortestFirst(await plainRules(dataset, options));
  const first = plain.slice(0, 1);
  if (first.some(countsPatterns) && alikeFirst(dataset, first) === first) {
    return first.map((found) =>
      candidateOf(samples, found, () => doubtsAbout(found, [...plain, ...found.rivals], dataset)),
    );
  }
  const folds = plain.length > 0 ? [] : await foldsOf(dataset, search, options);
  if (folds.length > 0) return stepsOrRules(dataset, folds, options);
  const walks = await findWalks(dataset, search);
  if (walks.length > 0) return stepsOrRules(dataset, walks, options);
  checkFewClasses(dataset);
  const solver = await loadLinearSolver();
  const find = dataset.target.shape.length === 0 ? findScalar : findArray;
  const all = shortestFirst(find(dataset, { ...options, solver }));
  if (all.length === 0) throw options.shouldStop?.() ? outOfTime() : unexplained();
  const found = alikeFirst(dataset, withinNoise(all, dataset, options));
  const best = found[0]!;
  const offered = found
    .filter(({ bits }) => bits <= best.bits + MOST_BITS_MORE)
    .slice(0, MOST_CANDIDATES);
  options.onProgress?.("fitting differentiae, subconcepts and concepts");
  const rivals = found.flatMap((each) => [each, ...each.rivals]);
  return offered.map((offer) =>
    candidateOf(samples, withDoubts(dataset, offer), () => doubtsAbout(offer, rivals, dataset)),
  );
}

/** What is added up of extremes at every place may be shorter as a walk that carries them. */
async function insteadOf(
  { formula: { kind } }: FormulaCandidate,
  dataset: Dataset,
  search: StepOptions,
): Promise<Candidate[]> {
  if (kind !== "mixed" || dataset.target.shape.length === 0) return [];
  return walksOf(dataset, await findRegisters(dataset, sequencesOf(dataset), search));
}

/** A test or two of a sum take no more bits, and no walk says it in fewer words. */
const PLAIN = 20;

/** Plain rules for one value, where a walk, or a count of windows, may say it as well. */
async function plainRules(dataset: Dataset, options: LearnOptions): Promise<Found[]> {
  if (!isWalkable(dataset) && !hasPatterns(dataset)) return [];
  const solver = await loadLinearSolver();
  return findScalarWithin(dataset, PLAIN, { ...options, solver });
}

/** One value of arrays in which patterns may be counted. */
function hasPatterns(dataset: Dataset): boolean {
  return dataset.target.shape.length === 0 && havePatterns(dataset);
}

/** Arrays that can be read place by place. */
function isWalkable(dataset: Dataset): boolean {
  return isOneOfFew(dataset) && isReadable(dataset);
}

/** More classes take more states than a walk to one value may have. */
function isOneOfFew({ target: { shape, classes } }: Dataset): boolean {
  return shape.length === 0 && classes.length <= MOST_MODULUS;
}

/** A look at all that may be said is quick, and no search without patterns finds what it found. */
function countsPatterns({ rules }: Found): boolean {
  return rules.some(({ rule }) => rule.features.some(isPatternCount));
}

/** Machines of few states, or of a truth what grows with the length, if that takes fewer bits. */
async function foldsOf(
  dataset: Dataset,
  search: StepOptions,
  options: LearnOptions,
): Promise<FoundSteps[]> {
  if (!isWalkable(dataset)) return [];
  const folds = await findFolds(dataset, { ...search, others: options.others ?? [] });
  const [best] = folds;
  if (!isTruth(dataset) || (best !== undefined && best.bits <= PLAIN)) return folds;
  const ends = await endsOf(dataset, search, options);
  // Of what grows, a machine knows only as much as was shown.
  return best === undefined || (ends.length > 0 && ends[0]!.bits < best.bits) ? ends : folds;
}

function endsOf(
  dataset: Dataset,
  search: StepOptions,
  { others = [] }: LearnOptions,
): Promise<FoundSteps[]> {
  return findEnds(dataset, { ...search, others });
}

function isTruth({ target: { classes } }: Dataset): boolean {
  return classes.length <= 2;
}

/** One value at all sizes: by a plain rule, or else by a walk. Throws `unexplained` where there is neither. */
async function learnOfAllSizes(
  dataset: Dataset,
  search: StepOptions,
  options: LearnOptions,
): Promise<readonly Candidate[]> {
  if (!isOneOfFew(dataset)) throw unexplained();
  const { others = [] } = options;
  const rules = findScalarOfSizes([dataset, ...others], { ...options, mostBits: PLAIN });
  if (rules.length > 0) {
    return rules.map((found) =>
      candidateOf(dataset, found, () => doubtsAbout(found, found.rivals, dataset)),
    );
  }
  const folds = await foldsOf(dataset, search, options);
  if (folds.length === 0) throw unexplained();
  return walksOf(dataset, folds);
}

/** What says all samples of a part of a step: formulas first, of a truth rules as well. */
async function exactly(
  part: Dataset,
  { withRules, relatives }: PartSearch,
  options: LearnOptions,
): Promise<LearntPart[]> {
  const formula = findFormula(part, options, { leastClasses: 2, relatives });
  const isTruth = part.target.classes.length <= 2;
  if (!isTruth && formula !== undefined) return [formula];
  if (!isTruth && !withRules) return [];
  const solver = await loadLinearSolver();
  const rules = shortestFirst(findScalar(part, { ...options, noise: 0, solver }))
    .filter(({ nMistakes }) => nMistakes === 0)
    .map((found) => ({ network: networkOf(part, found), bits: found.bits }))
    .filter(({ network }) => network.output.classes === undefined);
  return [...(formula === undefined ? [] : [formula]), ...rules].slice(0, MOST_CANDIDATES);
}

/** Steps beside rules for all places that are as short: the ladder finds out which make the shortest program. */
async function stepsOrRules(
  dataset: Dataset,
  steps: readonly FoundSteps[],
  options: LearnOptions,
): Promise<readonly Candidate[]> {
  const solver = await loadLinearSolver();
  const mostBits = steps[0]!.bits + MOST_BITS_MORE;
  const within = dataset.target.shape.length === 0 ? findScalarWithin : findSharedWithin;
  const rules = shortestFirst(within(dataset, mostBits, { ...options, solver }));
  const offered = rules
    .slice(0, MOST_CANDIDATES)
    .map((found) => candidateOf(dataset, found, () => doubtsAbout(found, rules, dataset)));
  // Of programs that are as short, one that treats all places alike comes before one that starts somewhere.
  return [...offered, ...walksOf(dataset, steps)];
}

function walksOf(dataset: Dataset, steps: readonly FoundSteps[]): Candidate[] {
  return steps
    .slice(0, MOST_STEPS)
    .map((each) => whole(dataset, { ...each, open: each.open ?? [] }));
}

type Whole = Pick<Candidate, "network" | "bits" | "sharing" | "open">;

/** What explains all samples, with no others of its kind to doubt it. */
function whole(dataset: Dataset, { network, bits, sharing, open }: Whole): Candidate {
  const probes: Dataset = { ...dataset, nSamples: 0, places: [] };
  const doubts = () => ({ rivals: [], probes, questions: [] });
  const known = { network, bits, mistakeBits: 0, sharing, open, doubts };
  return { ...known, ...accuracyOf(dataset, network) };
}

/** Step networks offered to the ladder: how their parts are said together shows there. */
const MOST_STEPS = 6;

/** Those that call no more labels mistaken than may be. Throws `too-noisy` where none is left. */
function withinNoise(
  found: readonly Found[],
  { target }: Dataset,
  { noise = "auto" }: LearnOptions,
): readonly Found[] {
  if (noise === "auto") return found;
  const nLabels = target.values.length;
  const within = found.filter(({ nMistakes }) => nMistakes <= noise * nLabels);
  if (within.length === 0) throw tooNoisy(found[0]!.nMistakes, nLabels, noise);
  return within;
}

/**
 * Alike before short: where the data are the same after every shift, a rule that singles a place out is
 * an accident, however short. If all are, every sample stands for itself, which treats all places alike.
 */
function alikeFirst(dataset: Dataset, found: readonly Found[]): readonly Found[] {
  if (dataset.target.shape.length > 0) return found;
  const shifts = confirmedShifts(dataset);
  if (shifts.length === 0) return found;
  const alike = found.filter(({ rules }) =>
    rules.every(({ rule, place }) => isAlike(rule, place, shifts)),
  );
  if (alike.length > 0) return alike;
  const own = everySampleItsOwn(dataset);
  return own === undefined ? found : [own];
}

const NO_RULE =
  "rule: what was found is about as long as the targets themselves, so these samples hardly support it";

/** Says so where it takes nearly as many bits to write down the rules as to write down the targets. */
function withDoubts({ target }: Dataset, found: Found): Found {
  const isShort = found.bits <= 0.8 * target.values.length;
  return isShort ? found : { ...found, open: [...found.open, NO_RULE] };
}
