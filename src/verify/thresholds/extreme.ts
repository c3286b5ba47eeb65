import type { Bases } from "./base.ts";
import { type Event, isWithin, union } from "./event.ts";
import { stairsOf, turnedRound } from "./staircase.ts";
import { folded, sumOf } from "./sum.ts";
import { type Staircase, staircase, unknown, type Value } from "./value.ts";

/**
 * The largest of some values, at least one.
 *
 * It is at least t where any of them is; where that does not help, nested staircases are compared step by step.
 */
export function largest(bases: Bases, values: readonly Value[]): Value {
  const stairs: Staircase[] = [];
  for (const value of values) {
    const each = stairsOf(bases, value);
    if (each.kind === "unknown") return unknown;
    stairs.push(each);
  }
  const risen = byLevels(bases, stairs);
  return risen.kind === "unknown" ? folded(bases, stairs, Math.max) : risen;
}

export function smallest(bases: Bases, values: readonly Value[]): Value {
  return negated(
    bases,
    largest(
      bases,
      values.map((value) => negated(bases, value)),
    ),
  );
}

export function negated(bases: Bases, value: Value): Value {
  return sumOf(bases, [{ factor: -1, value }]);
}

/** Level by level, where every staircase rises, or first falls and then rises. */
function byLevels(bases: Bases, stairs: readonly Staircase[]): Value {
  const rising = stairs.flatMap(risingParts);
  if (!rising.every((part) => part !== undefined)) return unknown;
  const levels = [...new Set(rising.flatMap(({ values }) => values))].sort((a, b) => a - b);
  bases.spend(levels.length * rising.length);
  const events: Event[] = [];
  const reached: number[] = [];
  const ats = rising.map(() => 0);
  for (const level of levels) {
    const event = unionAt(bases, rising, ats, level);
    // What is reached wherever the level before it is leaves no input to that one.
    if (event === true || isSameAsLast(bases, events, event)) {
      reached.pop();
    } else events.push(event);
    reached.push(level);
  }
  return staircase(events, reached);
}

function isSameAsLast(bases: Bases, events: readonly Event[], event: Event): boolean {
  const last = events.at(-1);
  return last !== undefined && isWithin(bases, last, event);
}

/** Where any is at least the level, which is reached by some; `ats` are the numbers of events below it, and move on. */
function unionAt(
  bases: Bases,
  rising: readonly Staircase[],
  ats: number[],
  level: number,
): Event | true {
  const events: Event[] = [];
  for (const [k, { events: own, values }] of rising.entries()) {
    while (ats[k]! < values.length && values[ats[k]!]! < level) ats[k]! += 1;
    const at = ats[k]!;
    if (at === 0) return true;
    if (at < values.length) events.push(own[at - 1]!);
  }
  const joined = union(bases, events);
  if (joined === false) throw new Error("a bug: a level that nothing reaches");
  return joined;
}

/** Staircases that rise, of which a staircase is the largest; undefined where that is not seen. */
function risingParts({ events, values }: Staircase): (Staircase | undefined)[] {
  const lowest = values.indexOf(values.reduce((least, value) => Math.min(least, value)));
  const kind = "staircase";
  const falling = {
    kind,
    events: events.slice(0, lowest),
    values: values.slice(0, lowest + 1),
  } as const;
  const rising = { kind, events: events.slice(lowest), values: values.slice(lowest) } as const;
  const parts = lowest === 0 ? [rising] : [turnedRound(falling), rising];
  return parts.map((part) => (part !== undefined && rises(part) ? part : undefined));
}

function rises({ values }: Staircase): boolean {
  return values.every((value, k) => k === 0 || values[k - 1]! < value);
}
