import { type Bits, bitsOfLength, countBits, countBoth } from "../../math/bits.ts";
import { termOrderBits } from "./code-length.ts";
import { bitsOfKinds, type Question } from "./question.ts";
import type { Term } from "./terms.ts";

/** Terms of which at least one holds for every own case, and none for others, mistakes apart. */
export interface Description {
  readonly terms: readonly Term[];
  readonly nMistakes: number;
  /** Description length of the terms. */
  readonly saidBits: number;
  /** Description length of terms and mistakes. */
  readonly bits: number;
}

/** What descriptions are measured by. */
export interface Measure {
  readonly question: Question;
  /** (number of mistakes): description length of so many. */
  readonly mistakeCosts: Float64Array;
}

/** A description, and what is needed to extend it. */
export interface Choice extends Description {
  /** Kinds of literals that it uses, as bits of a word. */
  readonly kinds: number;
  readonly nLiterals: number;
  /** Description length of the terms, without that of the kinds. */
  readonly termBits: number;
  /** What one more term takes beside its own bits: an order of terms says nothing. */
  readonly nextBits: number;
  /** Own cases for which no term holds. */
  readonly open: Bits;
  /** Other cases for which a term holds. */
  readonly held: Bits;
  readonly nOpen: number;
  readonly nHeld: number;
}

export function describe(terms: readonly Term[], { question, mistakeCosts }: Measure): Choice {
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
  const termBits = terms.reduce((sum, { bits }, k) => sum + ownBits(bits, k), 1);
  const saidBits = termBits + bitsOfKinds(question, kinds, nLiterals);
  const bits = saidBits + mistakeCosts[nMistakes]!;
  const nextBits = nextBitsAfter(terms.length);
  const said = { terms, kinds, nLiterals, termBits, nextBits, saidBits, bits };
  return { ...said, open, held, nOpen, nHeld, nMistakes };
}

/** What a term takes after so many others: every one says something, however short it is. */
function ownBits(bits: number, nBefore: number): number {
  return Math.max(bits + nextBitsAfter(nBefore), LEAST_TERM_BITS);
}

/** What one more term takes beside its own bits. */
function nextBitsAfter(nTerms: number): number {
  return termOrderBits(nTerms) - termOrderBits(nTerms + 1);
}

const LEAST_TERM_BITS = 1;

/** What a term would change: own cases that it closes, and other cases for which a term then holds. */
export interface Effect {
  readonly nClosed: number;
  readonly nHeld: number;
}

export function effectOf(term: Term, { open, held, nHeld }: Choice): Effect {
  return {
    nClosed: countBoth(open, term.own),
    nHeld: nHeld + term.nOther - countBoth(held, term.other),
  };
}

/** Description length of terms with one more of them, mistakes apart. */
export function saidWith(term: Term, from: Choice, { question }: Measure): number {
  const nLiterals = from.nLiterals + term.literals.length;
  const kinds = bitsOfKinds(question, from.kinds | term.kinds, nLiterals);
  return from.termBits + ownBits(term.bits, from.terms.length) + kinds;
}
