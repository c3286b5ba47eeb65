import {
  type Bits,
  bitsOfLength,
  both,
  countBits,
  countBoth,
  hasBit,
  membersOf,
} from "../../math/bits.ts";
import type { ShouldStop } from "../../math/stop.ts";
import { logOf, orderBits } from "./code-length.ts";
import { bitsOfKinds, type Question } from "./question.ts";

/** Literals that hold together. */
export interface Term {
  /** Indices of literals, ascending. */
  readonly literals: readonly number[];
  /** Description length, without that of the kinds of literals. */
  readonly bits: number;
  /** Kinds of its literals, as bits of a word. */
  readonly kinds: number;
  readonly own: Bits;
  readonly other: Bits;
  readonly nOther: number;
}

export interface Growth {
  /** Kinds of literals that are said already, as bits of a word. */
  readonly known: number;
  /** Indices of the literals that may be used. */
  readonly allowed: readonly number[];
  /** Own cases that are still to be described. */
  readonly open: Bits;
  /** Whether terms that hold for other cases are of no use. */
  readonly isExact: boolean;
  /** Own cases around which terms are grown. */
  readonly nSeeds: number;
  /** Terms kept at each length. */
  readonly width: number;
  /** Whether terms are grown around no case in particular, too. */
  readonly isFree: boolean;
  readonly shouldStop: ShouldStop;
}

/** Longest term that is looked for. */
const MOST_LITERALS = 12;

/**
 * Terms that hold for many open cases and few others: beams of ever longer terms, over all literals and
 * over those that hold for one open case, for some of the open cases in turn.
 *
 * Deterministic: equally good terms are kept in the order of their literals. Cost: width times literals
 * times words of cases, for each seed and length.
 */
export function termsNear(question: Question, growth: Growth): Term[] {
  const members = membersOf(growth.open);
  const step = Math.max(1, members.length / growth.nSeeds);
  const nSeeds = Math.min(members.length, growth.nSeeds);
  const indices = [...growth.allowed];
  const found = growth.isFree ? grow(question, indices, growth) : [];
  for (let k = 0; k < nSeeds && !growth.shouldStop(); k++) {
    const seed = members[Math.floor(k * step)]!;
    const holding = indices.filter((index) => hasBit(question.literals[index]!.own, seed));
    found.push(...grow(question, holding, growth));
  }
  return found;
}

function grow(question: Question, literals: readonly number[], growth: Growth): Term[] {
  const found: Term[] = [];
  let beam: Term[] = [rootOf(question)];
  for (let length = 1; length <= MOST_LITERALS && beam.length > 0; length++) {
    const best = bestExtensions(question, literals, { beam, growth });
    const terms = best.map(({ state, literal }) => extended(question, beam[state]!, literal));
    found.push(...terms.filter(({ nOther }) => nOther === 0 || !growth.isExact));
    beam = terms.filter(({ nOther }) => nOther > 0);
  }
  return found;
}

function rootOf({ nOwn, nOther }: Question): Term {
  const [own, other] = [bitsOfLength(nOwn, true), bitsOfLength(nOther, true)];
  return { literals: [], bits: 1, kinds: 0, own, other, nOther };
}

function extended({ literals }: Question, term: Term, index: number): Term {
  const literal = literals[index]!;
  const chosen = [...term.literals, index].sort((a, b) => a - b);
  const other = both(term.other, literal.other);
  const bits = 1 + chosen.reduce((sum, k) => sum + literals[k]!.bits, 0) - orderBits(chosen.length);
  return {
    literals: chosen,
    bits,
    kinds: term.kinds | literal.kind,
    own: both(term.own, literal.own),
    other,
    nOther: countBits(other),
  };
}

interface Extension {
  readonly state: number;
  readonly literal: number;
  readonly score: number;
}

/** The best ways to make the terms of a beam one literal longer; each resulting term once. */
function bestExtensions(
  question: Question,
  literals: readonly number[],
  { beam, growth }: { readonly beam: readonly Term[]; readonly growth: Growth },
): Extension[] {
  const scores = new Float64Array(beam.length * literals.length).fill(-Infinity);
  const nOpenAll = countBits(growth.open);
  const share = Math.log2(nOpenAll / (nOpenAll + question.nOther));
  const knownBits = bitsOfKinds(question, growth.known, 0);
  beam.forEach((term, state) => {
    const length = term.literals.length + 1;
    const saved = orderBits(length) - orderBits(length - 1);
    const open = both(term.own, growth.open);
    const costs: Record<number, number> = {};
    for (let k = 0; k < literals.length; k++) {
      const literal = question.literals[literals[k]!]!;
      const nOther = countBoth(term.other, literal.other);
      if (nOther === term.nOther) continue;
      const nOpen = countBoth(open, literal.own);
      if (nOpen === 0) continue;
      const gain = nOpen * (logOf(nOpen) - logOf(nOpen + nOther) - share);
      const kinds = growth.known | term.kinds | literal.kind;
      costs[kinds] ??= bitsOfKinds(question, kinds, length) - knownBits;
      const kindBits = costs[kinds]!;
      scores[state * literals.length + k] = gain - term.bits - literal.bits - kindBits + saved;
    }
  });
  const all: Extension[] = [];
  const least = leastOfBest(scores, 3 * growth.width);
  scores.forEach((score, k) => {
    if (score < least || score === -Infinity) return;
    const literal = literals[k % literals.length]!;
    all.push({ state: Math.floor(k / literals.length), literal, score });
  });
  all.sort((a, b) => b.score - a.score);
  return distinct(all, beam, growth.width);
}

/** The score that so many reach; -Infinity where there are fewer. */
function leastOfBest(scores: Float64Array, count: number): number {
  const best = new Float64Array(count).fill(-Infinity);
  let least = 0;
  for (const score of scores) {
    if (score <= best[least]!) continue;
    best[least] = score;
    for (let k = 0; k < count; k++) if (best[k]! < best[least]!) least = k;
  }
  return best[least]!;
}

function distinct(all: readonly Extension[], beam: readonly Term[], width: number): Extension[] {
  const known = new Set<string>();
  const kept: Extension[] = [];
  for (const extension of all) {
    if (kept.length === width) break;
    const term = [...beam[extension.state]!.literals, extension.literal].sort((a, b) => a - b);
    const key = term.join();
    if (known.has(key)) continue;
    known.add(key);
    kept.push(extension);
  }
  return kept;
}
