import type { Bases } from "./base.ts";
import { type Event, union } from "./event.ts";
import { stairsOf, turnedRound } from "./staircase.ts";
import { folded, sumOf } from "./sum.ts";
import { type Staircase, staircase, unknown, type Value } from "./value.ts";

/**
 * The largest of some values, at least one.
 *
 * Of nested staircases place by place; of others it is at least t where any of them is.
 */
export function largest(bases: Bases, values: readonly Value[]): Value {
  const stairs: Staircase[] = [];
  for (const value of values) {
    const each = stairsOf(bases, value);
    if (each.kind === "unknown") return unknown;
    stairs.push(each);
  }
  const nested = folded(bases, stairs, Math.max);
  return nested.kind === "unknown" ? byLevels(bases, stairs) : nested;
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

/** Level by level, where every staircase rises. */
function byLevels(bases: Bases, stairs: readonly Staircase[]): Value {
  const rising: Staircase[] = [];
  for (const each of stairs) {
    const turned = rises(each) ? each : turnedRound(each);
    if (turned === undefined || !rises(turned)) return unknown;
    rising.push(turned);
  }
  const levels = [...new Set(rising.flatMap(({ values }) => values))].sort((a, b) => a - b);
  bases.spend(levels.length * rising.length);
  const events: Event[] = [];
  const reached: number[] = [];
  const ats = rising.map(() => 0);
  for (const level of levels) {
    const event = unionAt(bases, rising, ats, level);
    // Below the highest of the least values is nothing.
    if (event === true) {
      events.length = 0;
      reached.length = 0;
    } else events.push(event);
    reached.push(level);
  }
  return staircase(events, reached);
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

function rises({ values }: Staircase): boolean {
  return values.every((value, k) => k === 0 || values[k - 1]! < value);
}
