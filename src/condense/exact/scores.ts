import { commonDivisor } from "../../math/integers.ts";
import { bigDivisor, magnitude } from "./big-integers.ts";
import type { Contestant, Contestants } from "./contestants.ts";
import { type Duel, duelOf, isKept } from "./duel.ts";
import { nearIntegers } from "./small-sizes.ts";
import { sumValues } from "./sum-values.ts";
import { areNice, coarse, largestSizes, MOST_STEPS, noiseOf } from "./threshold.ts";
import { LARGEST_SUM, type Values } from "./values.ts";

/** The units of a group in small integers: the same one wins, on ties too. */
export interface Scores {
  /** Ascending: the small integers in the place of the contestants' sizes. */
  readonly sizes: readonly number[];
  readonly units: readonly Score[];
  /** How many units take noise for a tie. */
  readonly snapped: number;
}

export interface Score {
  /** (nClasses). */
  readonly weights: readonly number[];
  readonly bias: number;
  readonly values: Values;
}

/** Undefined where no small integers are known to be right. */
export function scoresOf(contestants: Contestants): Scores | undefined {
  const { sizes, rounded } = contestants;
  if (sizes.length === 0) return scored(contestants, [], 0);
  const nice = [exactIntegers(sizes), readsReals(contestants) ? undefined : nearIntegers(rounded)]
    .flatMap((small) => (small === undefined ? [] : [fitted(contestants, small)]))
    .filter((scores) => scores !== undefined)
    .sort((a, b) => largest(a) - largest(b))[0];
  if (readsReals(contestants) || (nice !== undefined && areNice(nice.sizes))) return nice;
  return coarser(contestants, nice === undefined ? Infinity : largest(nice)) ?? nice;
}

function readsReals({ units }: Contestants): boolean {
  return units.some(({ classes }) => classes.some(({ values }) => values.kind === "reals"));
}

function largest({ sizes }: Scores): number {
  return sizes.at(-1) ?? 0;
}

function exactIntegers(sizes: readonly bigint[]): number[] | undefined {
  const divisor = sizes.reduce(bigDivisor, 0n) || 1n;
  const small = sizes.map((size) => Number(size / divisor));
  return small.every((size) => size <= LARGEST_SUM) ? small : undefined;
}

/** Rougher ratios, the smallest first, in which every unit beats and ties the same others. */
function coarser(contestants: Contestants, than: number): Scores | undefined {
  const duels = duelsOf(contestants);
  if (duels === undefined) return undefined;
  const budget = { steps: MOST_STEPS };
  for (const largestSize of largestSizes(Math.min(than / 4, LARGEST_SUM), budget)) {
    const small = coarse(contestants.rounded, largestSize);
    if (small.reduce(commonDivisor, 0) > 1) continue;
    const sizeOf = sizesOf(contestants, small);
    if (duels.every((duel) => isKept(duel, sizeOf, budget))) return scored(contestants, small, 0);
  }
  return undefined;
}

/** Weights of all duels together. */
const MOST_WEIGHTS = 2 ** 17;

/** All pairs of units, if that is not too many. */
function duelsOf({ units }: Contestants): Duel[] | undefined {
  const nWeights = units.reduce((sum, { columns }) => sum + columns.length + 1, 0);
  if (nWeights * units.length > MOST_WEIGHTS) return undefined;
  return units.flatMap((left, i) => units.slice(i + 1).map((right) => duelOf(left, right)));
}

/** Small integers for the sizes, if no difference of two units changes its side, but for noise. */
function fitted(contestants: Contestants, small: readonly number[]): Scores | undefined {
  const { units, sizes } = contestants;
  const reference = sizes.length - 1;
  const [unit, n] = [sizes[reference]!, BigInt(small[reference]!)];
  const sizeOf = sizesOf(contestants, small);
  const errors = units.map((each) =>
    errorOf(each, (weight) => n * weight - unit * BigInt(sizeOf(weight))),
  );
  if (errors.every(isNone)) return scored(contestants, small, 0);
  const sums = units.map(weightSum);
  const areNoise = errors.every((left, i) =>
    errors.slice(0, i).every((right, j) => {
      const noise = noiseOf({ weightSum: n * (sums[i]! + sums[j]!), unit });
      return left.most - right.least <= noise && right.most - left.least <= noise;
    }),
  );
  if (!areNoise) return undefined;
  const inexact = errors.filter((error) => !isNone(error)).length;
  return scored(contestants, small, isSameEverywhere(contestants, small) ? 0 : inexact);
}

function isSameEverywhere(contestants: Contestants, small: readonly number[]): boolean {
  const duels = duelsOf(contestants);
  const sizeOf = sizesOf(contestants, small);
  const budget = { steps: MOST_STEPS };
  return duels?.every((duel) => isKept(duel, sizeOf, budget)) ?? false;
}

/** The small integer of an exact weight or bias. */
function sizesOf({ sizes }: Contestants, small: readonly number[]): (exact: bigint) => number {
  const known = new Map(sizes.map((size, s) => [size, small[s]!]));
  return (exact) => (exact < 0n ? -1 : 1) * (known.get(magnitude(exact)) ?? 0) + 0;
}

interface Span {
  readonly least: bigint;
  readonly most: bigint;
}

function isNone({ least, most }: Span): boolean {
  return least === 0n && most === 0n;
}

/** What the errors of a unit's weights and bias may sum up to, on integers. */
function errorOf({ classes, weights, bias }: Contestant, errorIn: (exact: bigint) => bigint): Span {
  let [least, most] = [errorIn(bias), errorIn(bias)];
  classes.forEach(({ values, count }, c) => {
    const error = errorIn(weights[c]!) * BigInt(count);
    if (error === 0n || values.kind === "reals") return;
    const ends = [error * BigInt(values.low), error * BigInt(values.high)] as const;
    least += ends[0] < ends[1] ? ends[0] : ends[1];
    most += ends[0] < ends[1] ? ends[1] : ends[0];
  });
  return { least, most };
}

function weightSum({ classes, weights }: Contestant): bigint {
  return classes.reduce((sum, { count }, c) => sum + magnitude(weights[c]!) * BigInt(count), 0n);
}

/** Undefined where sums are too large to be exact as doubles. */
function scored(
  contestants: Contestants,
  small: readonly number[],
  snapped: number,
): Scores | undefined {
  const sizeOf = sizesOf(contestants, small);
  const units = contestants.units.map((each): Score | undefined => {
    const [weights, bias] = [each.weights.map(sizeOf), sizeOf(each.bias)];
    const values = sumValues(each.classes, weights, bias);
    return values && { weights, bias, values };
  });
  return units.every((unit) => unit !== undefined) ? { sizes: small, units, snapped } : undefined;
}
