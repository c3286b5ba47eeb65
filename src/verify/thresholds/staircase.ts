import { modulo } from "../../math/shape.ts";
import type { Bases } from "./base.ts";
import { atLeast, complement, type Event, isWithin, type Literal } from "./event.ts";
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
  const reached = atLeast(side, 0 - floorQuotient(constant, scale));
  const passed = atLeast(side, floorQuotient(-constant, scale) + 1);
  const start = -1 + (reached === true ? 1 : 0) + (passed === true ? 1 : 0);
  const events = [reached, passed].filter((event) => typeof event !== "boolean");
  return staircase(
    events,
    [0, ...events].map((_, k) => start + k),
  );
}

/** The largest integer not above dividend / divisor; the divisor is above 0. */
export function floorQuotient(dividend: number, divisor: number): number {
  return (dividend - modulo(dividend, divisor)) / divisor;
}

/**
 * A function of two staircases whose events are nested with each other, as a staircase; else unknown.
 *
 * Cost: linear in the events.
 */
export function combined(
  bases: Bases,
  [left, right]: readonly [Staircase, Staircase],
  f: (left: number, right: number) => number,
): Staircase | Unknown {
  const [a, b] = aligned(left, right);
  const events: Event[] = [];
  const values = [f(a.values[0]!, b.values[0]!)];
  let [k, l] = [0, 0];
  while (k < a.events.length || l < b.events.length) {
    const [next, other] = [a.events[k], b.events[l]];
    const isOtherWithin =
      next !== undefined && (other === undefined || isWithin(bases, other, next));
    const isNextWithin =
      other !== undefined && (next === undefined || isWithin(bases, next, other));
    if (!isOtherWithin && !isNextWithin) return unknown;
    if (isOtherWithin) k += 1;
    if (isNextWithin) l += 1;
    events.push(isOtherWithin ? next : other!);
    values.push(f(a.values[k]!, b.values[l]!));
  }
  return staircase(events, values);
}

/** The staircases, one of them turned round if the other looks at the same sum from the opposite side. */
function aligned(a: Staircase, b: Staircase): readonly [Staircase, Staircase] {
  if (!areOpposite(a, b)) return [a, b];
  const turned = turnedRound(b);
  return turned === undefined ? [turnedRound(a) ?? a, b] : [a, turned];
}

function areOpposite(a: Staircase, b: Staircase): boolean {
  const signs = new Map(literalsOf(a).map(({ base, sign }) => [base, sign]));
  const shared = literalsOf(b).find(({ base }) => signs.has(base));
  return shared !== undefined && signs.get(shared.base) !== shared.sign;
}

function literalsOf({ events }: Staircase): Literal[] {
  return events.flat();
}

/** The same function by the events' complements; undefined where these are not of one literal. */
export function turnedRound({ events, values }: Staircase): Staircase | undefined {
  const others = events.map(complement).reverse();
  if (!others.every((event) => event !== undefined)) return undefined;
  return { kind: "staircase", events: others, values: values.toReversed() };
}
