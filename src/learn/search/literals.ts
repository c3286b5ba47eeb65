import { type Bits, bitsOfLength, countBits, setBit } from "../../math/bits.ts";
import type { Pool } from "../case-pool.ts";
import type { Feature } from "../feature/feature.ts";
import { valuesOf } from "../feature/values-of.ts";
import { passes, type Test } from "../rule/test.ts";
import { halfBetween, shortestBetween } from "../rule/threshold.ts";

/** A condition on one case, and where it holds. */
export interface Literal {
  readonly test: Test;
  /** Whether it is about a single cell. */
  readonly isCell: boolean;
  /** What it is among its like: the family of its feature, and the kind of its test. */
  readonly kind: string;
  /** Description length of the kind, which is said once in a rule. */
  readonly kindBits: number;
  /** Description length of the rest, in bits. */
  readonly bits: number;
  /** Cases for which it holds. */
  readonly holds: Bits;
  /** Other tests that hold for the same cases, shortest first, a few at most. */
  readonly aliases: readonly Alias[];
}

export interface Alias {
  readonly test: Test;
  /** Bits that it takes more. */
  readonly moreBits: number;
}

/** Thresholds and values tried for one feature. */
const MOST_VALUES = 48;
const MOST_SPREAD = 10_000;

/**
 * All that may be said about cases by one test of one feature, without repetitions: of tests that hold
 * for the same cases the shortest stays. Cost: features times cases.
 */
export function literalsOf(pool: Pool, features: readonly Feature[]): Literal[] {
  const known = new Map<string, (Said & { readonly holds: Bits })[]>();
  const nCases = pool.cases.length;
  features.forEach((feature, index) => {
    const values = valuesOf(feature, pool);
    for (const literal of testsOf({ ...feature, index }, values, pool.labels)) {
      const holds = bitsOfLength(nCases);
      for (let k = 0; k < nCases; k++) if (passes(literal.test, values[k]!)) setBit(holds, k);
      const count = countBits(holds);
      if (count === 0 || count === nCases) continue;
      const key = keyOf(holds);
      const before = known.get(key) ?? [];
      // Of equally short ones the first is kept.
      known.set(key, shortest([...before, { ...literal, holds: before[0]?.holds ?? holds }]));
    }
  });
  return [...known.values()].map(([best, ...others]) => ({
    ...best!,
    aliases: others.map((other) => ({
      test: other.test,
      moreBits: costOf(other) - costOf(best!),
    })),
  }));
}

/** A literal before it is known where it holds. */
type Said = Omit<Literal, "holds" | "aliases">;

const MOST_ALIASES = 4;

function shortest<Item extends Said>(literals: readonly Item[]): Item[] {
  return [...literals].sort((a, b) => costOf(a) - costOf(b)).slice(0, 1 + MOST_ALIASES);
}

function costOf({ bits, kindBits }: Said): number {
  return bits + kindBits;
}

function keyOf(holds: Bits): string {
  return (
    String.fromCharCode(...new Uint16Array(holds.buffer, 0, Math.min(holds.length * 2, 8192))) +
    (holds.length * 2 > 8192 ? hashOf(holds) : "")
  );
}

/** Two numbers out of all words: 64 bits, enough to tell sets apart that agree on the first cases. */
function hashOf(holds: Bits): string {
  let [a, b] = [0x811c9dc5, 0x9e3779b9];
  for (const word of holds) {
    a = Math.imul(a ^ word, 0x01000193);
    b = Math.imul(b ^ (word >>> 7), 0x85ebca6b) + word;
  }
  return `${a},${b}`;
}

interface NumberedFeature extends Feature {
  readonly index: number;
}

function testsOf(
  { index: feature, bits, isInteger, thresholds, values, family, familyBits }: NumberedFeature,
  taken: Float64Array,
  labels: Int32Array,
): Said[] {
  const distinct = Float64Array.from(new Set(taken)).sort();
  if (distinct.length < 2) return [];
  const nValues = thresholds === undefined ? distinct.length : thresholds.length;
  const valueBits = distinct.length === 2 ? 0 : Math.log2(nValues);
  const test = (kind: Test["kind"], value: number, kindBits: number): Said => ({
    test: { feature, kind, value },
    isCell: family.startsWith("cell"),
    kind: `${family} ${kind}`,
    kindBits: familyBits + kindBits,
    bits: bits + valueBits,
  });
  const rest = (kind: "rest" | "not-rest", value: number, divisor: number): Said => ({
    ...test(kind, value, divisor === 2 ? 5 : 7),
    test: { feature, kind, value, divisor },
    kind: `${family} ${kind} ${divisor}`,
    bits: bits + Math.log2(divisor) - 1,
  });
  const between = isInteger ? halfBetween : shortestBetween;
  if (distinct.length === 2) {
    const threshold = between(distinct[0]!, distinct[1]!);
    return [test("above", threshold, 1), test("not-above", threshold, 1)];
  }
  const cuts =
    thresholds ??
    cutsOf(distinct, taken, labels).map((k) => between(distinct[k]!, distinct[k + 1]!));
  const tests = cuts.flatMap((cut) => [test("above", cut, 2), test("not-above", cut, 2)]);
  if (!isInteger) return tests;
  if (thresholds === undefined ? distinct.length <= MOST_VALUES : values !== undefined) {
    for (const value of values ?? distinct) {
      tests.push(test("equal", value, 3), test("not-equal", value, 3));
    }
  }
  // Whether a number is odd takes a unit for each value that it may have.
  if (distinct.at(-1)! - distinct[0]! <= MOST_SPREAD) {
    tests.push(rest("rest", 1, 2), rest("not-rest", 1, 2));
  }
  if (SUMS.has(family) && thresholds === undefined) {
    for (let divisor = 3; divisor <= Math.min(MOST_DIVISOR, distinct.length / 2); divisor++) {
      for (let value = 0; value < divisor; value++) {
        tests.push(rest("rest", value, divisor), rest("not-rest", value, divisor));
      }
    }
  }
  return tests;
}

/** What is left of a number that is no sum of many, nobody asks. */
const SUMS: ReadonlySet<string> = new Set(["whole", "count", "law"]);
const MOST_DIVISOR = 9;

/**
 * Between which distinct values to cut: all gaps where labels change; where these are many, evenly
 * spread ones.
 */
function cutsOf(distinct: Float64Array, values: Float64Array, labels: Int32Array): number[] {
  const label = new Map<number, number>();
  values.forEach((value, k) => {
    const before = label.get(value);
    label.set(value, before === undefined || before === labels[k] ? labels[k]! : MIXED);
  });
  const cuts: number[] = [];
  for (let k = 0; k + 1 < distinct.length; k++) {
    const [low, high] = [label.get(distinct[k]!)!, label.get(distinct[k + 1]!)!];
    if (low === MIXED || low !== high) cuts.push(k);
  }
  if (cuts.length <= MOST_VALUES) return cuts;
  const step = cuts.length / MOST_VALUES;
  return Array.from({ length: MOST_VALUES }, (_, k) => cuts[Math.floor((k + 0.5) * step)]!);
}

const MIXED = -1;
