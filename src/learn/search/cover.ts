import { type Bits, bitsOfLength, countBits, countBoth, membersOf } from "../../math/bits.ts";
import { Random } from "../../math/random.ts";
import type { ShouldStop } from "../../math/stop.ts";
import { mistakeBits, orderBits } from "./code-length.ts";
import { bitsOfKinds, type Question } from "./question.ts";
import { MOST_BITS_BEHIND, Rivals } from "./rivals.ts";
import { type Growth, type Term, termsNear } from "./terms.ts";

/** Terms of which at least one holds for every own case, and none for others, mistakes apart. */
export interface Description {
  readonly terms: readonly Term[];
  readonly nMistakes: number;
  /** Description length of the terms. */
  readonly saidBits: number;
  /** Description length of terms and mistakes. */
  readonly bits: number;
}

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
  const starts = cells.length > 0 && cells.length < all.length ? [cells, all] : [all];
  let found: Description | undefined;
  const rivals = new Rivals();
  for (const allowed of starts) {
    const mostBits = Math.min(options.mostBits, found?.bits ?? Infinity);
    const cover = search(question, { ...options, allowed, mostBits, mistakeCosts }, rivals);
    if (found === undefined || cover.bits < found.bits) found = cover;
  }
  if (found === undefined) return undefined;
  if (options.isExact && found.nMistakes > 0) return undefined;
  return { ...found, rivals: rivals.of(found) };
}

/** On the way to a short description there are longer ones, by so much. */
const DETOUR = 2;

/** Where so many cases are left after the first attempt, later ones do not describe all of them. */
const MOST_OPEN = 0.1;

/** By how much later attempts shorten the first description at most, as far as was seen. */
const MOST_SHORTENED = 2;

function isHopeless(
  { nMistakes, saidBits }: Description,
  { nOwn }: Question,
  { isExact, mostBits }: CoverOptions,
): boolean {
  return isExact && (nMistakes > MOST_OPEN * nOwn || saidBits > MOST_SHORTENED * mostBits);
}

interface Search extends CoverOptions {
  readonly allowed: readonly number[];
  /** (number of mistakes): description length of so many. */
  readonly mistakeCosts: Float64Array;
}

function search(question: Question, options: Search, rivals: Rivals): Description {
  const pool = new TermPool(question);
  let best = scored([], question, options);
  grow(best, firstSize(question, options));
  isBetter(best, pool.terms);
  if (isHopeless(best, question, options)) return best;
  const random = new Random(0);
  const mostFailures = Math.max(2, Math.round(MOST_FAILURES * options.effort));
  // What is left of a description leads to the same terms each time.
  const tried = new Set<number>();
  while (!options.shouldStop() && isBetterFrom(best.terms, MOST_SEEDS));
  for (let failures = 0; failures < mostFailures && !options.shouldStop(); ) {
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
      const rest = scored(terms, question, options);
      for (const term of pool.terms) {
        const bits = bitsWith(rest, term, question, options, below);
        if (bits < below) rivals.add(scored([...terms, term], question, options));
      }
    }
  }

  function isBetterFrom(rest: readonly Term[], nSeeds = LATER_SEEDS): boolean {
    const ruined = scored(rest, question, options);
    grow(ruined, { ...laterSize(question), nSeeds });
    return isBetter(ruined, pool.terms);
  }

  function isBetterWithout(kind: number): boolean {
    const isFree = (term: Term): boolean => (term.kinds & kind) === 0;
    const ruined = scored(best.terms.filter(isFree), question, options);
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
      const next = choose(ruined, pool, question, options);
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

interface Choice extends Description {
  /** Kinds of literals that it uses, as bits of a word. */
  readonly kinds: number;
  readonly nLiterals: number;
  /** Description length of the terms, without that of the kinds. */
  readonly termBits: number;
  /** What one more term takes beside its own bits: an order of terms says nothing. */
  readonly nextBits: number;
  readonly open: Bits;
  readonly held: Bits;
  readonly nOpen: number;
  readonly nHeld: number;
}

function scored(terms: readonly Term[], question: Question, options: Search): Choice {
  const open = bitsOfLength(question.nOwn, true);
  const held = bitsOfLength(question.nOther);
  for (const { own, other } of terms) {
    for (let w = 0; w < open.length; w++) open[w]! &= ~own[w]!;
    for (let w = 0; w < held.length; w++) held[w]! |= other[w]!;
  }
  const nOpen = countBits(open);
  const nHeld = countBits(held);
  const nMistakes = nOpen + nHeld;
  const kinds = terms.reduce((all, term) => all | term.kinds, 0);
  const nLiterals = terms.reduce((sum, { literals }) => sum + literals.length, 0);
  const termBits = terms.reduce((sum, term) => sum + term.bits, 1) - orderBits(terms.length);
  const saidBits = termBits + bitsOfKinds(question, kinds, nLiterals);
  const bits = saidBits + options.mistakeCosts[nMistakes]!;
  const nextBits = orderBits(terms.length) - orderBits(terms.length + 1);
  const said = { terms, kinds, nLiterals, termBits, nextBits, saidBits, bits };
  return { ...said, open, held, nOpen, nHeld, nMistakes };
}

/** Where exactness is asked for, a mistake costs more than any literal. */
const MISTAKE_IN_EXACT = 10_000;

function mistakeCostsOf({ nOwn, nOther }: Question, { isExact }: CoverOptions): Float64Array {
  const nCases = nOwn + nOther;
  return Float64Array.from({ length: nCases + 1 }, (_, nMistakes) =>
    isExact ? MISTAKE_IN_EXACT * nMistakes : mistakeBits(nMistakes, nCases),
  );
}

/** Adds what shortens the description most, drops what is not needed, exchanges, until nothing helps. */
function choose(from: Choice, pool: readonly Term[], question: Question, options: Search): Choice {
  let best = from;
  for (;;) {
    const move =
      added(best, pool, question, options) ??
      dropped(best, question, options) ??
      exchanged(best, pool, question, options);
    if (move === undefined || move.saidBits > DETOUR * options.mostBits) return best;
    best = move;
  }
}

function added(
  from: Choice,
  pool: readonly Term[],
  question: Question,
  options: Search,
  below = from.bits,
): Choice | undefined {
  if (from.nOpen === 0) return undefined;
  let least = below - 1e-9;
  let best: Term | undefined;
  for (const term of pool) {
    const bits = bitsWith(from, term, question, options, least);
    if (bits < least) [least, best] = [bits, term];
  }
  return best && scored([...from.terms, best], question, options);
}

/** Description length with one more term; what is not below a bound may be given as anything above it. */
function bitsWith(
  from: Choice,
  term: Term,
  question: Question,
  { mistakeCosts }: Search,
  least: number,
): number {
  const said = from.termBits + from.nextBits + term.bits;
  if (said >= least) return Infinity;
  const nFewest = Math.max(0, from.nOpen - term.nOwn) + Math.max(from.nHeld, term.nOther);
  // Up to half of the cases more mistakes take more bits.
  if (nFewest <= mistakeCosts.length >>> 1 && said + mistakeCosts[nFewest]! >= least)
    return Infinity;
  const nLiterals = from.nLiterals + term.literals.length;
  const more = said + bitsOfKinds(question, from.kinds | term.kinds, nLiterals);
  if (more >= least) return Infinity;
  const nClosed = countBoth(from.open, term.own);
  const nWrong = from.nHeld + term.nOther - countBoth(from.held, term.other);
  return more + mistakeCosts[from.nOpen - nClosed + nWrong]!;
}

function dropped(from: Choice, question: Question, options: Search): Choice | undefined {
  let best: Choice | undefined;
  for (const term of from.terms) {
    const rest = from.terms.filter((other) => other !== term);
    const choice = scored(rest, question, options);
    if (choice.bits < (best ?? from).bits - 1e-9) best = choice;
  }
  return best;
}

function exchanged(
  from: Choice,
  pool: readonly Term[],
  question: Question,
  options: Search,
): Choice | undefined {
  for (const term of from.terms) {
    const others = from.terms.filter((other) => other !== term);
    const choice = added(scored(others, question, options), pool, question, options, from.bits);
    if (choice !== undefined) return choice;
  }
  return undefined;
}
