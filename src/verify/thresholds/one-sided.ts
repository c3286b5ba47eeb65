import type { Bases } from "./base.ts";
import type { Event } from "./event.ts";
import type { Staircase } from "./value.ts";

/**
 * Two staircases that look at one sum alone, maybe from both of its sides, as tables over that sum.
 *
 * Undefined if they look at more than that, or from one side only anyway.
 */
export function oneSided(
  bases: Bases,
  a: Staircase,
  b: Staircase,
): readonly [Staircase, Staircase] | undefined {
  const [first] = a.events[0] ?? b.events[0] ?? [];
  if (first === undefined) return undefined;
  const isAlike = (event: Event): boolean => event.every(({ base }) => base === first.base);
  const isOneSided = (event: Event): boolean => event.length === 1;
  const events = [...a.events, ...b.events];
  if (events.every(isOneSided) || !events.every(isAlike)) return undefined;
  return [tableOver(bases, a), tableOver(bases, b)];
}

/** The values between the places at which the only sum that is looked at changes anything. */
function tableOver(bases: Bases, stairs: Staircase): Staircase {
  const literals = stairs.events.flat();
  const [first] = literals;
  if (first === undefined) return stairs;
  const { base } = first;
  const places = literals.map(({ sign, least }) => (sign > 0 ? least : 1 - least));
  const breaks = [...new Set(places)].sort((x, y) => x - y);
  bases.spend(breaks.length * literals.length);
  const events = breaks.map((least): Event => [{ base, sign: 1, least }]);
  const values = [breaks[0]! - 1, ...breaks].map((sum) => valueOver(stairs, sum));
  return { kind: "staircase", events, values };
}

/** The value where the only sum that is looked at is so much. */
function valueOver({ events, values }: Staircase, sum: number): number {
  const until = events.findIndex((event) => event.every(({ sign, least }) => sign * sum < least));
  return values.at(until)!;
}
