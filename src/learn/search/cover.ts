import { countBits, membersOf } from "../../math/bits.ts";
import { Random } from "../../math/random.ts";
import type { ShouldStop } from "../../math/stop.ts";
import { choose } from "./choose.ts";
import { mistakeBits } from "./code-length.ts";
import {
  type Choice,
  type Description,
  describe,
  effectOf,
  type Measure,
  saidWith,
} from "./description.ts";
import type { Question } from "./question.ts";
import { MOST_BITS_BEHIND, Rivals } from "./rivals.ts";
import { type Growth, type Term, termsNear } from "./terms.ts";

/** The shortest description found, and others that are nearly as short. */
export interface Cover extends Description {
  /** Fewest bits first; the same where the cases are, but perhaps not elsewhere. */
  readonly rivals: readonly Description[];
}

export interface CoverOptions {
  /** Whether every case must come out right. */
  readonly isExact: boolean;
  /** A description that is longer is of no use. */
  readonly mostBits: number;
  /** Share of the usual work, above 0 and up to 1. */
  readonly effort: number;
  /** Cases around which terms may be grown, first and later on; the usual number where it is not given. */
  readonly mostSeeds?: number;
  readonly shouldStop: ShouldStop;
}

/** Attempts in a row that may fail to shorten a description before it is taken for the shortest. */
const MOST_FAILURES = 24;

/** Words that the first search for terms may touch, and each later one: together some seconds. */
const FIRST_WORK = 4e8;
const LATER_WORK = 3e7;

const MOST_SEEDS = 16;
const KIND_SEEDS = 5;
const LATER_SEEDS = 3;
const WIDEST_BEAM = 40;
const LATER_BEAM = 12;

/**
 * The shortest description of the own cases as an "or" of terms that the search finds; undefined where
 * none is found that is exact and one is asked for.
 *
 * Terms are grown once around many cases; then some terms of the best description are dropped again and
 * again, new ones grown around what is left open, and the description completed. All this is done with
 * single cells only, and with everything: where a sum says nearly all, the cells are not seen beside it.
 */
export function findCover(question: Question, options: CoverOptions): Cover | undefined {
  const all = question.literals.map((_, index) => index);
  const cells = all.filter((index) => question.literals[index]!.isCell);
  const mistakeCosts = mistakeCostsOf(question, options);
  const starts = cells.length > 0 && cells.length < all.length ? [all, cells] : [all];
  let found: Description | undefined;
  const rivals = new Rivals();
  for (const allowed of starts) {
    const mostBits = Math.min(options.mostBits, found?.bits ?? Infinity);
    const cover = search({ ...options, question, allowed, mostBits, mistakeCosts }, rivals);
    // Of equally short ones that of cells is plainer.
    if (found === undefined || cover.bits <= found.bits) found = cover;
  }
  if (found === undefined) return undefined;
  if (options.isExact && found.nMistakes > 0) return undefined;
  return { ...found, rivals: rivals.of(found) };
}

/**
 * Bits that a description saves against naming the own cases one by one, as far as one growth of terms
 * around few cases shows: a hundredth of the work of a cover.
 */
export function savedAtFirst(question: Question, options: CoverOptions): number {
  const measure = { question, mistakeCosts: mistakeCostsOf(question, options) };
  const nothing = describe([], measure);
  const { open, kinds: known, bits: wanted } = nothing;
  const allowed = [...question.literals.keys()];
  const mostBits = Math.min(options.mostBits, wanted);
  const size = { ...firstSize(question, options), nSeeds: LATER_SEEDS };
  const terms = termsNear(question, { ...options, ...size, allowed, open, known, mostBits });
  return wanted - choose(nothing, terms, { ...options, ...measure, mostBits, wanted }).bits;
}

/** Where so many cases are left after the first attempt, later ones do not describe all of them. */
const MOST_OPEN = 0.1;

function isLeftOpen({ nMistakes }: Description, { nOwn }: Question, { isExact }: CoverOptions) {
  return isExact && nMistakes > MOST_OPEN * nOwn;
}

/** By how much later attempts, which become fewer bits shorter each, shorten a description at most. */
const MOST_SHORTENED = 2;

/** An attempt that leaves more than this share of the bits leads nowhere. */
const LEAST_PROGRESS = 0.8;

/** The share of failures that a description may have while it is far too long. */
const FAILURES_WHILE_LONG = 0.25;

/** Is what is wrong, or else what is said, far from being short enough? */
function isTooLong({ saidBits, bits }: Description, { isExact, mostBits }: CoverOptions): boolean {
  const isLong = (isExact ? saidBits : bits) > MOST_SHORTENED * mostBits;
  // What is right can be said more shortly by terms that were not thought of before.
  return isLong && (isExact || bits - saidBits > mostBits);
}

interface Search extends CoverOptions, Measure {
  readonly allowed: readonly number[];
}

function search(options: Search, rivals: Rivals): Description {
  const { question } = options;
  const pool = new TermPool(question);
  let best = describe([], options);
  const { mostSeeds = Infinity } = options;
  const first = firstSize(question, options);
  grow(best, { ...first, nSeeds: Math.min(first.nSeeds, mostSeeds) });
  isBetter(best, pool.terms);
  if (isLeftOpen(best, question, options)) return best;
  const random = new Random(0);
  const mostFailures = Math.max(2, Math.round(MOST_FAILURES * options.effort));
  // What is left of a description leads to the same terms each time.
  const tried = new Set<number>();
  let seedsLeft = mostSeeds;
  const isEnough = (): boolean => options.shouldStop() || seedsLeft <= 0;
  for (let before = Infinity; !isEnough(); before = best.bits) {
    // What is far too long has to become shorter quickly.
    if (isTooLong(best, options) && best.bits > LEAST_PROGRESS * before) return best;
    if (!isBetterFrom(best.terms, MOST_SEEDS)) break;
  }
  if (isTooLong(best, options)) return best;
  const failuresLeft = (): number => {
    const isLong = best.bits > MOST_SHORTENED * options.mostBits;
    return isLong ? mostFailures * FAILURES_WHILE_LONG : mostFailures;
  };
  for (let failures = 0; failures < failuresLeft() && !isEnough(); ) {
    const rest = someOf(best.terms, random);
    const key = rest.reduce((sum, term) => sum + term.key, 0);
    failures = !tried.has(key) && isBetterFrom(rest) ? 0 : failures + 1;
    tried.add(key);
    // One kind of literal less is worth more than any single term can gain.
    const isLast = failures === mostFailures;
    if (isLast && kindsOf(best).some((kind) => isBetterWithout(kind))) failures = mostFailures / 2;
  }
  noteNeighbours();
  return best;

  /** A term more, or another one in the place of one, may say as much in about as many bits. */
  function noteNeighbours(): void {
    const below = best.bits + MOST_BITS_BEHIND;
    const without = best.terms.map((term) => best.terms.filter((other) => other !== term));
    for (const terms of [best.terms, ...without]) {
      const rest = describe(terms, options);
      for (const term of pool.terms) {
        const said = saidWith(term, rest, options);
        if (said >= below) continue;
        const { nClosed, nHeld } = effectOf(term, rest);
        const bits = said + options.mistakeCosts[rest.nOpen - nClosed + nHeld]!;
        if (bits < below) rivals.add(describe([...terms, term], options));
      }
    }
  }

  function isBetterFrom(rest: readonly Term[], nSeeds = LATER_SEEDS): boolean {
    const ruined = describe(rest, options);
    grow(ruined, { ...laterSize(question), nSeeds: Math.min(nSeeds, seedsLeft) });
    seedsLeft -= nSeeds;
    return isBetter(ruined, pool.terms);
  }

  function isBetterWithout(kind: number): boolean {
    if (isEnough()) return false;
    seedsLeft -= KIND_SEEDS;
    const isFree = (term: Term): boolean => (term.kinds & kind) === 0;
    const ruined = describe(best.terms.filter(isFree), options);
    const allowed = options.allowed.filter(
      (index) => ((1 << question.literals[index]!.kind) & kind) === 0,
    );
    grow(ruined, { ...firstSize(question, options), nSeeds: KIND_SEEDS, allowed });
    return isBetter(ruined, pool.terms.filter(isFree));
  }

  /** Adds terms for what is still to be described. */
  function grow({ open, kinds: known }: Choice, size: Size): void {
    if (countBits(open) === 0) return;
    const mostBits = Math.min(best.bits, options.mostBits);
    pool.add(termsNear(question, { ...options, ...size, open, known, mostBits }));
  }

  /** Terms that hold for other cases, too, tempt: what is found without them may be shorter. */
  function isBetter(ruined: Choice, terms: readonly Term[]): boolean {
    const pure = options.isExact ? [] : [terms.filter(({ nOther }) => nOther === 0)];
    const before = best;
    for (const pool of [terms, ...pure]) {
      const next = choose(ruined, pool, { ...options, wanted: best.bits });
      rivals.add(next);
      if (next.bits < best.bits - 1e-9) best = next;
    }
    return best !== before;
  }
}

/** The kinds of literals that a description uses, each as a bit. */
function kindsOf({ kinds }: Choice): number[] {
  return membersOf(Int32Array.of(kinds)).map((kind) => 1 << kind);
}

/** How far terms are grown, and over which literals if not over all. */
type Size = Pick<Growth, "nSeeds" | "width" | "isFree"> & Partial<Pick<Growth, "allowed">>;

function firstSize(question: Question, { effort }: CoverOptions): Size {
  const width = widthFor(question, (effort * FIRST_WORK) / (MOST_SEEDS + 2), WIDEST_BEAM);
  return { nSeeds: MOST_SEEDS, width, isFree: true };
}

function laterSize(question: Question): Size {
  const width = widthFor(question, LATER_WORK / LATER_SEEDS, LATER_BEAM);
  return { nSeeds: LATER_SEEDS, width, isFree: false };
}

/** How wide a beam may be for so many words, at four literals a term. */
function widthFor({ literals, nOwn, nOther }: Question, work: number, widest: number): number {
  const perTerm = 4 * literals.length * ((nOwn + nOther) / 32 + 4);
  return Math.max(2, Math.min(widest, Math.floor(work / perTerm)));
}

/** Terms found so far, each once. Of too many, those stay that would say most by themselves. */
class TermPool {
  #known = new Map<number, Term>();
  readonly #question: Question;

  constructor(question: Question) {
    this.#question = question;
  }

  get terms(): Term[] {
    return [...this.#known.values()];
  }

  add(terms: readonly Term[]): void {
    for (const term of terms) {
      // A term that costs more than to call its cases mistaken never shortens anything.
      if (term.bits > MOST_BITS_PER_CASE * this.#question.nOwn + 64) continue;
      this.#known.set(term.key, term);
    }
    if (this.#known.size <= MOST_TERMS) return;
    const gains = new Map(this.terms.map((term) => [term, gainOf(term, this.#question)]));
    const best = this.terms.sort((a, b) => gains.get(b)! - gains.get(a)!);
    this.#known = new Map(best.slice(0, KEPT_TERMS).map((term) => [term.key, term]));
  }
}

const MOST_TERMS = 6000;
const KEPT_TERMS = 4000;
const MOST_BITS_PER_CASE = 32;

/** Bits that a term saves on the labels of the cases for which it holds, less its own. */
function gainOf({ nOwn, nOther: nWrong, bits }: Term, { nOwn: nAll, nOther }: Question): number {
  return nOwn * (Math.log2(nOwn / (nOwn + nWrong)) - Math.log2(nAll / (nAll + nOther))) - bits;
}

/** The terms without a few of them. */
function someOf(terms: readonly Term[], random: Random): Term[] {
  const nDropped = 1 + random.below(Math.max(1, Math.ceil(terms.length / 2)));
  const rest = [...terms];
  for (let k = 0; k < nDropped && rest.length > 0; k++) rest.splice(random.below(rest.length), 1);
  return rest;
}

/** Where exactness is asked for, a mistake costs more than any literal. */
const MISTAKE_IN_EXACT = 10_000;

function mistakeCostsOf({ nOwn, nOther }: Question, { isExact }: CoverOptions): Float64Array {
  const nCases = nOwn + nOther;
  return Float64Array.from({ length: nCases + 1 }, (_, nMistakes) =>
    isExact ? MISTAKE_IN_EXACT * nMistakes : mistakeBits(nMistakes, nCases),
  );
}
