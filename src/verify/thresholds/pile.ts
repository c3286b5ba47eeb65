import { type Bases, plus } from "./base.ts";
import type { Event } from "./event.ts";
import { plainHeights } from "./plain-heights.ts";
import { constant, type Height, type Pile, type Staircase, unknown, type Value } from "./value.ts";

/** A sum of staircases and piles that need not be nested: heights of the same event are one. */
export function piled(bases: Bases, parts: readonly (Staircase | Pile)[], start: number): Value {
  let total = start;
  const heights = new Map<string, Height>();
  const add = (given: Event, rise: number): void => {
    for (const { event, by, always } of plainHeights(bases, { event: given, by: rise })) {
      total = plus(total, always);
      const key = event.map(({ base, sign, least }) => `${sign * (base.id + 1)}:${least}`).join();
      heights.set(key, { event, by: plus(heights.get(key)?.by ?? 0, by) });
    }
  };
  for (const part of parts) {
    if (part.kind === "pile") {
      total = plus(total, part.start);
      for (const { event, by } of part.heights) add(event, by);
    } else {
      const { events, values } = part;
      total = plus(total, values[0]!);
      for (const [k, event] of events.entries()) add(event, plus(values[k + 1]!, -values[k]!));
    }
  }
  const kept = [...heights.values()].filter(({ by }) => by !== 0);
  if (!kept.every(({ by }) => Number.isFinite(by)) || !Number.isFinite(total)) return unknown;
  return kept.length === 0 ? constant(total) : { kind: "pile", start: total, heights: kept };
}

/** So many times a pile; what is no exact integer then is refused where piles are added up. */
export function timesPile(factor: number, { start, heights }: Pile): Pile {
  const scaled = heights.map(({ event, by }) => ({ event, by: factor * by }));
  return { kind: "pile", start: factor * start, heights: scaled };
}
