import { modulo } from "../../math/shape.ts";
import type { Bases } from "./base.ts";
import { atLeast, complement, type Event, isWithin } from "./event.ts";
import { oneSided } from "./one-sided.ts";
import {
  type Linear,
  type Staircase,
  staircase,
  type Unknown,
  unknown,
  type Value,
} from "./value.ts";

/** A value as a staircase; unknown where a sum has too many values. */
export function stairsOf(bases: Bases, value: Value): Staircase | Unknown {
  if (value.kind === "pile") return unknown;
  if (value.kind !== "linear") return value;
  const { base, factor, constant } = value;
  const length = base.high - base.low + 1;
  if (!(length <= mostValues)) return unknown;
  bases.spend(length);
  const events = Array.from(
    { length: length - 1 },
    (_, k): Event => [{ base, sign: 1, least: base.low + k + 1 }],
  );
  const values = Array.from({ length }, (_, k) => factor * (base.low + k) + constant);
  return staircase(events, values);
}

const mostValues = 10_000;

/** -1, 0 or 1 as the sum is below, at or above 0. */
export function signOf({ base, factor, constant }: Linear): Staircase | Unknown {
  // factor * sum + constant reaches 0 where |factor| * side does: the side ascends with the value.
  const side = { base, sign: factor > 0 ? 1 : -1 } as const;
  const scale = Math.abs(factor);
  const ends = [0 - floorQuotient(constant, scale), floorQuotient(-constant, scale) + 1];
  const [reached, passed] = ends.map((least) => atLeast(side, least));
  // Where no input is between the two, the value is never 0.
  const steps =
    ends[0] === ends[1]
      ? [{ at: passed!, rise: 2 }]
      : [
          { at: reached!, rise: 1 },
          { at: passed!, rise: 1 },
        ];
  const events: Event[] = [];
  const values = [-1];
  for (const { at, rise } of steps) {
    if (at === false) break;
    const value = values.at(-1)! + rise;
    if (at === true) values.pop();
    else events.push(at);
    values.push(value);
  }
  return staircase(events, values);
}

/** The largest integer not above dividend / divisor; the divisor is above 0. */
export function floorQuotient(dividend: number, divisor: number): number {
  return (dividend - modulo(dividend, divisor)) / divisor;
}

/**
 * A function of two staircases, as a staircase if their events are nested with each other, or are so when
 * these are said otherwise; else unknown.
 *
 * Cost: linear in the events.
 */
export function combined(
  bases: Bases,
  [left, right]: readonly [Staircase, Staircase],
  f: (left: number, right: number) => number,
): Staircase | Unknown {
  const merged = mergedSteps(bases, left, right, f);
  if (merged !== undefined) return merged;
  for (const [a, b] of otherWays(bases, left, right)) {
    const other = mergedSteps(bases, a, b, f);
    if (other !== undefined) return other;
  }
  return unknown;
}

/** The same two staircases by other events. */
function* otherWays(
  bases: Bases,
  left: Staircase,
  right: Staircase,
): Generator<readonly [Staircase, Staircase]> {
  const turnedRight = turnedRound(right);
  if (turnedRight !== undefined) yield [left, turnedRight];
  const turnedLeft = turnedRound(left);
  if (turnedLeft !== undefined) yield [turnedLeft, right];
  const tables = oneSided(bases, left, right);
  if (tables !== undefined) yield tables;
}

/** Undefined where the events are not seen to be nested. */
function mergedSteps(
  bases: Bases,
  a: Staircase,
  b: Staircase,
  f: (left: number, right: number) => number,
): Staircase | Unknown | undefined {
  const events: Event[] = [];
  const values = [f(a.values[0]!, b.values[0]!)];
  let [k, l] = [0, 0];
  while (k < a.events.length || l < b.events.length) {
    const [next, other] = [a.events[k], b.events[l]];
    const isOtherWithin =
      next !== undefined && (other === undefined || isWithin(bases, other, next));
    const isNextWithin =
      other !== undefined && (next === undefined || isWithin(bases, next, other));
    if (!isOtherWithin && !isNextWithin) return undefined;
    if (isOtherWithin) k += 1;
    if (isNextWithin) l += 1;
    events.push(isOtherWithin ? next : other!);
    values.push(f(a.values[k]!, b.values[l]!));
  }
  return staircase(events, values);
}

/** The same function by the events' complements; undefined where these are not of one literal. */
export function turnedRound({ events, values }: Staircase): Staircase | undefined {
  const others = events.map(complement).reverse();
  if (!others.every((event) => event !== undefined)) return undefined;
  return { kind: "staircase", events: others, values: values.toReversed() };
}
