import { addTo, type Bases, plus } from "./base.ts";
import { linear } from "./linear.ts";
import { piled, timesPile } from "./pile.ts";
import { combined, stairsOf } from "./staircase.ts";
import { mapped, type Pile, type Staircase, unknown, type Value } from "./value.ts";

/** A value that counts so many times in a sum. */
export interface Term {
  readonly factor: number;
  readonly value: Value;
}

export function cellOf(bases: Bases, cell: number): Value {
  return linear(bases, new Map([[cell, 1]]), 0);
}

/** The weighted sum of values; unknown where one of them is, or is a sum of too many values beside staircases. */
export function sumOf(bases: Bases, terms: readonly Term[], start = 0): Value {
  const weights = new Map<number, number>();
  const stairs: Staircase[] = [];
  const piles: Pile[] = [];
  let total = start;
  for (const { factor, value } of terms) {
    if (factor === 0 && value.kind !== "unknown") continue;
    switch (value.kind) {
      case "linear":
        addTo(weights, value.base, factor * value.factor);
        total = plus(total, factor * value.constant);
        break;
      case "staircase": {
        const scaled = mapped(value, (each) => factor * each);
        if (scaled.kind !== "staircase") return unknown;
        if (scaled.events.length > 0) stairs.push(scaled);
        else total = plus(total, scaled.values[0]!);
        break;
      }
      case "pile":
        piles.push(timesPile(factor, value));
        break;
      case "unknown":
        return unknown;
    }
  }
  const rest = linear(bases, weights, total);
  if (stairs.length === 0 && piles.length === 0) return rest;
  const first = stairsOf(bases, rest);
  if (first.kind !== "staircase") return unknown;
  const all = [first, ...stairs];
  const nested = piles.length === 0 ? folded(bases, all, (a, b) => a + b) : unknown;
  if (nested.kind !== "unknown") return nested;
  const nHeights = [...all.map(({ events }) => events), ...piles.map(({ heights }) => heights)];
  bases.spend(nHeights.reduce((sum, { length }) => sum + length, 0));
  return piled(bases, [...all, ...piles], 0);
}

export function difference(bases: Bases, left: Value, right: Value): Value {
  return sumOf(bases, [
    { factor: 1, value: left },
    { factor: -1, value: right },
  ]);
}

/** All staircases by a function of two that is associative: halves first, so that all are short for long. */
export function folded(
  bases: Bases,
  stairs: readonly Staircase[],
  f: (left: number, right: number) => number,
): Value {
  const [only] = stairs;
  if (stairs.length === 1) return only!;
  const middle = stairs.length >> 1;
  const left = folded(bases, stairs.slice(0, middle), f);
  if (left.kind !== "staircase") return unknown;
  const right = folded(bases, stairs.slice(middle), f);
  return right.kind === "staircase" ? combined(bases, [left, right], f) : unknown;
}
