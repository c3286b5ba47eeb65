import type { Bases, Side } from "./base.ts";

/** The inputs at which a base, or its negative, is at least so much: neither all inputs nor none. */
export interface Literal extends Side {
  readonly least: number;
}

/**
 * The inputs at which any of the literals holds; of each side one at most, in order.
 *
 * Neither all inputs nor none, as far as is known.
 */
export type Event = readonly Literal[];

/** A side that is at least so much: an event, or `true` or `false` if it is that everywhere. */
export function atLeast({ base, sign }: Side, least: number): Event | boolean {
  const [low, high] = sign > 0 ? [base.low, base.high] : [-base.high, -base.low];
  if (least <= low) return true;
  if (least > high) return false;
  return [{ base, sign, least }];
}

/** Where the only literal of an event does not hold; undefined where there are several. */
export function complement(event: Event): Event | undefined {
  const [only] = event;
  if (event.length !== 1) return undefined;
  // Bases are integers: what is not at least t is at most t - 1.
  return [{ base: only!.base, sign: only!.sign > 0 ? -1 : 1, least: 1 - only!.least }];
}

/** Is one event known to be a part of another? Exact where `true`; `false` says nothing. */
export function isWithin(bases: Bases, inner: Event, outer: Event): boolean {
  let at = 0;
  return inner.every((literal) => {
    while (at < outer.length && compareSides(outer[at]!, literal) < 0) at += 1;
    const alike = outer[at];
    bases.spend(1);
    if (alike !== undefined && compareSides(alike, literal) === 0 && alike.least <= literal.least) {
      return true;
    }
    return outer.some((other) => implies(bases, literal, other));
  });
}

/** Where a >= s, b is at least s and the least of b - a. */
function implies(bases: Bases, a: Literal, b: Literal): boolean {
  bases.spend(1);
  if (compareSides(a, b) === 0) return a.least >= b.least;
  return bases.gap(a, b) + a.least >= b.least;
}

/** Where any of the events is; `true` where that is seen to be everywhere, `false` of no events. */
export function union(bases: Bases, events: readonly Event[]): Event | boolean {
  const sorted = events.flat().sort((a, b) => compareSides(a, b) || a.least - b.least);
  bases.spend(sorted.length);
  const distinct = sorted.filter(
    (literal, k) => k === 0 || compareSides(sorted[k - 1]!, literal) !== 0,
  );
  if (distinct.some((literal, k) => isRest(literal, distinct[k + 1]))) return true;
  const areApart = distinct.every(({ base }) => base.cells.length === 1);
  const kept = areApart
    ? distinct
    : distinct.filter((literal, k) => !isSpared(bases, literal, distinct, k));
  return kept.length > 0 && kept;
}

/** Does a literal hold wherever the other, of the opposite side, does not? */
function isRest(a: Literal, b: Literal | undefined): boolean {
  return b !== undefined && a.base === b.base && a.least <= 1 - b.least;
}

/** Does another literal hold wherever this one does? Of two that are the same the first one stays. */
function isSpared(bases: Bases, literal: Literal, all: Event, at: number): boolean {
  return all.some((other, k) => {
    if (k === at || !implies(bases, literal, other)) return false;
    return k < at || !implies(bases, other, literal);
  });
}

/** Does the event hold at an input? */
export function holdsAt(event: Event, x: ArrayLike<number>): boolean {
  return event.some(({ base, sign, least }) => {
    const value = base.cells.reduce((sum, cell, k) => sum + base.weights[k]! * x[cell]!, 0);
    return sign * value >= least;
  });
}

function compareSides(a: Side, b: Side): number {
  return a.base.id - b.base.id || b.sign - a.sign;
}
