import { type Bases, isExact } from "./base.ts";
import { largest, smallest } from "./extreme.ts";
import { signOf, stairsOf } from "./staircase.ts";
import { sumOf, type Term } from "./sum.ts";
import { constant, mapped, unknown, type Value } from "./value.ts";

/** The sign of a value: -1, 0 or 1. */
export function sign(value: Value): Value {
  return mapped(value.kind === "linear" ? signOf(value) : value, Math.sign);
}

/** 1 where a weighted sum is above 0, else 0; the values are integers, and so are the factors. */
export function step(bases: Bases, terms: readonly Term[], bias: number): Value {
  // The sum without its bias is an integer, so it is above -bias where it is above the floor of that.
  const start = Math.ceil(bias);
  if (!isExact(start)) return unknown;
  const areSums = terms.every(({ value }) => value.kind === "linear");
  const byParts = areSums ? unknown : ofTwoValued(bases, terms, start);
  if (byParts.kind !== "unknown") return byParts;
  return mapped(sign(sumOf(bases, terms, start)), (side) => (side > 0 ? 1 : 0));
}

/** Of values that are each one of two: where any is its higher one, or all are, if that decides whether the sum is above 0. */
function ofTwoValued(bases: Bases, terms: readonly Term[], start: number): Value {
  const bits: Value[] = [];
  const rises: number[] = [];
  let least = start;
  for (const { factor, value } of terms) {
    const stairs = stairsOf(bases, value);
    const [low, high] = endsOf(factor, stairs);
    if (low === undefined || high === undefined) return unknown;
    least += low;
    if (![low, high, least].every(isExact)) return unknown;
    if (low === high) continue;
    bits.push(mapped(stairs, (each) => (factor * each === high ? 1 : 0)));
    rises.push(high - low);
  }
  const most = rises.reduce((sum, rise) => sum + rise, least);
  if (!isExact(most)) return unknown;
  if (bits.length === 0) return constant(least > 0 ? 1 : 0);
  const smallestRise = rises.reduce((smallest, rise) => Math.min(smallest, rise));
  if (least <= 0 && least + smallestRise > 0) return largest(bases, bits);
  if (most > 0 && most - smallestRise <= 0) return smallest(bases, bits);
  return unknown;
}

/** The lower and the higher of a value's two values, times a factor; nothing where it has more of them. */
function endsOf(factor: number, value: Value): readonly number[] {
  if (value.kind !== "staircase") return [];
  const distinct = new Set(value.values);
  if (distinct.size > 2) return [];
  const products = [...distinct].map((each) => factor * each);
  return [Math.min(...products), Math.max(...products)];
}
