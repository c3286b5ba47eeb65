import type { ShouldStop } from "../../math/stop.ts";
import { type Choice, describe, effectOf, type Measure, saidWith } from "./description.ts";
import type { Term } from "./terms.ts";

export interface Choosing extends Measure {
  /** Terms that take more bits than twice this lead nowhere. */
  readonly mostBits: number;
  /** A description is of use if it is shorter than this. */
  readonly wanted: number;
  readonly shouldStop: ShouldStop;
}

/** On the way to a short description there are longer ones, by so much. */
const DETOUR = 2;

/** Exchanges are not seen to make up for more bits than this; all of them together cost most of the time. */
const MOST_EXCHANGED = 20;

/** Adds what shortens the description most, drops what is not needed, exchanges, until nothing helps. */
export function choose(from: Choice, pool: readonly Term[], choosing: Choosing): Choice {
  const bounds = new Bounds(pool.length);
  let best: Draft = { choice: from, opened: 0, released: 0 };
  while (!choosing.shouldStop()) {
    const trial = { pool, bounds, choosing, known: best };
    const isPromising = best.choice.bits < choosing.wanted + MOST_EXCHANGED;
    const move =
      added(best, best.choice.bits, trial) ??
      dropped(best, choosing) ??
      (isPromising ? exchanged(best, trial) : undefined);
    if (move === undefined || move.choice.saidBits > DETOUR * choosing.mostBits) return best.choice;
    best = move;
  }
  return best.choice;
}

/** A choice, and how far it went back on its way from the first. */
interface Draft {
  readonly choice: Choice;
  /** Own cases that were opened again, one after the other. */
  readonly opened: number;
  /** Other cases for which no term holds any more. */
  readonly released: number;
}

/**
 * What the terms of a pool can do at most. As more terms are added, each closes fewer cases and holds for
 * more together with the others: what was counted once bounds what is to be counted, but for the cases
 * that were opened or released since.
 */
class Bounds {
  /** (terms): own cases that it closes, at most, where nothing was opened. */
  readonly closed: Int32Array;
  /** (terms): other cases for which it and the others hold, at least, where nothing was released. */
  readonly held: Int32Array;

  constructor(nTerms: number) {
    this.closed = new Int32Array(nTerms).fill(LARGE);
    this.held = new Int32Array(nTerms);
  }
}

const LARGE = 2 ** 30;

interface Trial {
  readonly pool: readonly Term[];
  readonly bounds: Bounds;
  readonly choosing: Choosing;
  /** A draft with no more open cases and no fewer held ones, for which bounds are kept. */
  readonly known: Draft;
}

/** The term added that gives the shortest description below a bound. */
function added(
  { choice, opened, released }: Draft,
  below: number,
  { pool, bounds, choosing, known }: Trial,
): Draft | undefined {
  if (choice.nOpen === 0) return undefined;
  const { mistakeCosts } = choosing;
  // Up to half of the cases more mistakes take more bits.
  const nCommon = mistakeCosts.length >>> 1;
  const { closed, held } = bounds;
  const said = choice.termBits + choice.nextBits;
  let least = below - 1e-9;
  let best: Term | undefined;
  for (let k = 0; k < pool.length; k++) {
    const term = pool[k]!;
    if (said + term.bits >= least) continue;
    const nClosed = Math.min(choice.nOpen, term.nOwn, closed[k]! + opened);
    const nHeld = Math.max(choice.nHeld, term.nOther, held[k]! - released);
    const nFewest = choice.nOpen - nClosed + nHeld;
    if (nFewest <= nCommon && said + term.bits + mistakeCosts[nFewest]! >= least) continue;
    const more = saidWith(term, choice, choosing);
    if (more >= least) continue;
    const effect = effectOf(term, choice);
    closed[k] = Math.min(closed[k]!, effect.nClosed - known.opened);
    held[k] = Math.max(held[k]!, effect.nHeld + known.released);
    const bits = more + mistakeCosts[choice.nOpen - effect.nClosed + effect.nHeld]!;
    if (bits < least) [least, best] = [bits, term];
  }
  if (best === undefined) return undefined;
  return { choice: describe([...choice.terms, best], choosing), opened, released };
}

function dropped(from: Draft, measure: Measure): Draft | undefined {
  let best: Draft | undefined;
  for (const draft of shortened(from, measure)) {
    if (draft.choice.bits < (best ?? from).choice.bits - 1e-9) best = draft;
  }
  return best;
}

function exchanged(from: Draft, trial: Trial): Draft | undefined {
  for (const draft of shortened(from, trial.choosing)) {
    const exchange = added(draft, from.choice.bits, trial);
    if (exchange !== undefined) return exchange;
  }
  return undefined;
}

/** Without one of its terms, each in turn. */
function* shortened({ choice, opened, released }: Draft, measure: Measure): Generator<Draft> {
  for (const term of choice.terms) {
    const rest = describe(
      choice.terms.filter((other) => other !== term),
      measure,
    );
    yield {
      choice: rest,
      opened: opened + rest.nOpen - choice.nOpen,
      released: released + choice.nHeld - rest.nHeld,
    };
  }
}
