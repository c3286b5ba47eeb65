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
  /** Sum of the numbers that were drawn for its literals: equal for equal sets, else different. */
  readonly key: number;
  /** Description length, without that of the kinds of literals. */
  readonly bits: number;
  /** Kinds of its literals, as bits of a word. */
  readonly kinds: number;
  readonly own: Bits;
  readonly other: Bits;
  readonly nOwn: number;
  readonly nOther: number;
}

export interface Growth {
  /** Kinds of literals that are said already, as bits of a word. */
  readonly known: number;
  /** Indices of the literals that may be used. */
  readonly allowed: readonly number[];
  /** Own cases that are still to be described. */
  readonly open: Bits;
  /** Longer terms are of no use, in bits. */
  readonly mostBits: number;
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
  return { literals: [], key: 0, bits: 1, kinds: 0, own, other, nOwn, nOther };
}

function extended({ literals, keys }: Question, term: Term, index: number): Term {
  const literal = literals[index]!;
  const chosen = [...term.literals, index].sort((a, b) => a - b);
  const own = both(term.own, literal.own);
  const other = both(term.other, literal.other);
  const bits = 1 + chosen.reduce((sum, k) => sum + literals[k]!.bits, 0) - orderBits(chosen.length);
  return {
    literals: chosen,
    key: term.key + keys[index]!,
    bits,
    kinds: term.kinds | (1 << literal.kind),
    own,
    other,
    nOwn: countBits(own),
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
    const kindCosts = question.kindBits.map(
      (_, kind) =>
        bitsOfKinds(question, growth.known | term.kinds | (1 << kind), length) - knownBits,
    );
    for (let k = 0; k < literals.length; k++) {
      const literal = question.literals[literals[k]!]!;
      if (term.bits + literal.bits - saved > growth.mostBits) continue;
      const nOther = countBoth(term.other, literal.other);
      if (nOther === term.nOther) continue;
      const nOpen = countBoth(open, literal.own);
      if (nOpen === 0) continue;
      const gain = nOpen * (logOf(nOpen) - logOf(nOpen + nOther) - share);
      const kindBits = kindCosts[literal.kind]!;
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
  return distinct(all, beam, { question, width: growth.width });
}

/** The score that so many reach; -Infinity where there are fewer. Cost: a heap of the best. */
function leastOfBest(scores: Float64Array, count: number): number {
  // A heap: no score is above those at twice its place and one and two further.
  const best = new Float64Array(count).fill(-Infinity);
  for (const score of scores) {
    if (score <= best[0]!) continue;
    let place = 0;
    for (;;) {
      let least = 2 * place + 1;
      if (least + 1 < count && best[least + 1]! < best[least]!) least += 1;
      if (least >= count || best[least]! >= score) break;
      best[place] = best[least]!;
      place = least;
    }
    best[place] = score;
  }
  return best[0]!;
}

function distinct(
  all: readonly Extension[],
  beam: readonly Term[],
  { question, width }: { readonly question: Question; readonly width: number },
): Extension[] {
  const known = new Set<number>();
  const kept: Extension[] = [];
  for (const extension of all) {
    if (kept.length === width) break;
    const key = beam[extension.state]!.key + question.keys[extension.literal]!;
    if (known.has(key)) continue;
    known.add(key);
    kept.push(extension);
  }
  return kept;
}
