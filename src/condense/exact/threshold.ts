import { commonDivisor } from "../../math/integers.ts";
import { bigDivisor, bigFloor, magnitude } from "./big-integers.ts";
import { isReached } from "./is-reached.ts";
import type { Lattice } from "./lattice.ts";
import { nearIntegers } from "./small-sizes.ts";
import { LARGEST_SUM } from "./values.ts";
import { type Budget, type Side, type Sides, walk } from "./walk.ts";

/** A lattice in small integers: the side of `factor * (sum of sizes[g] * t[g]) + offset`. */
export interface Threshold {
  readonly sizes: readonly number[];
  readonly factor: 1 | 2;
  readonly offset: number;
  readonly canBe: { readonly below: boolean; readonly tie: boolean; readonly above: boolean };
  /** Does it differ from the lattice, by taking noise for 0? */
  readonly isSnapped: boolean;
}

/** Sums below the sum of |weights| divided by this are noise. */
export const NOISES = 1_000_000_000n;

/** The largest sum that is noise; a small part of the difference that one input makes is none. */
export function noiseOf(scale: { readonly weightSum: bigint; readonly unit: bigint }): bigint {
  const [noise, most] = [(scale.weightSum - 1n) / NOISES, scale.unit / 1000n];
  return noise < most ? noise : most;
}

/** Weights up to this, and small multiples of one weight, are not replaced by coarser ones. */
const LARGEST_NICE = 1000;
const LARGEST_UNIT = 10;

/** Are integers (ascending) what one would write down oneself? */
export function areNice(sizes: readonly number[]): boolean {
  return (sizes[0] ?? 1) <= LARGEST_UNIT || sizes.at(-1)! <= LARGEST_NICE;
}

/** A lattice as a threshold on sums of small integers, or undefined where none is known to be right. */
export function thresholdOf(lattice: Lattice, activation: Side): Threshold | undefined {
  const nice = [nearIntegers(lattice.rounded), exactIntegers(lattice)]
    .flatMap((sizes) => (sizes === undefined ? [] : [fitted(lattice, sizes, activation)]))
    .filter((threshold) => threshold !== undefined)
    .sort((a, b) => largest(a) - largest(b))[0];
  if (nice !== undefined && areNice(nice.sizes)) return nice;
  return coarser(lattice, activation, nice === undefined ? Infinity : largest(nice)) ?? nice;
}

function largest({ sizes }: Threshold): number {
  return sizes.at(-1) ?? 0;
}

function exactIntegers({ sizes }: Lattice): number[] | undefined {
  const divisor = sizes.reduce(bigDivisor, 0n) || 1n;
  const integers = sizes.map((size) => Number(size / divisor));
  return integers.every((size) => size <= LARGEST_SUM) ? integers : undefined;
}

/** Steps for the walks of all candidates together; fewer where they would be nothing but shorter. */
export const MOST_STEPS = 2 ** 14;
const FEWER_STEPS = 2 ** 13;

/** Rougher ratios, the smallest first, that have the same sides everywhere: by a walk over all sums. */
function coarser(lattice: Lattice, activation: Side, than: number): Threshold | undefined {
  const { rounded, counts } = lattice;
  const budget = { steps: than < Infinity ? FEWER_STEPS : MOST_STEPS };
  for (const largestSize of largestSizes(Math.min(than / 4, LARGEST_SUM), budget)) {
    const sizes = coarse(rounded, largestSize);
    if (mostOf(sizes, counts) > LARGEST_SUM || sizes.reduce(commonDivisor, 0) > 1) continue;
    const sides = walk(lattice, sizes, activation, budget);
    if (sides !== undefined) return between(sides, sizes);
  }
  return undefined;
}

/** Positive integers roughly in the ratio of ascending positive numbers. */
export function coarse(rounded: readonly number[], largestSize: number): number[] {
  const most = rounded.at(-1)!;
  return rounded.map((size) => Math.max(1, Math.round(largestSize * (size / most))));
}

/** All up to a thousand, then powers of two, while there is a budget. */
export function* largestSizes(most: number, budget: Budget): Generator<number> {
  for (let size = 1; size <= most && budget.steps > 0; size = size < 1000 ? size + 1 : size * 2) {
    yield size;
  }
}

/** The threshold on sums of these sizes that agrees with the lattice, but for noise; if there is one. */
function fitted(
  lattice: Lattice,
  sizes: readonly number[],
  activation: Side,
): Threshold | undefined {
  const most = mostOf(sizes, lattice.counts);
  if (most > LARGEST_SUM) return undefined;
  const cut = cutOf(lattice, sizes);
  switch (cut.kind) {
    case "above":
      return tieless(sizes, cut.from, most);
    case "tie":
      if (activation === "step") return snappedStep(lattice, sizes, cut);
      return tied(lattice, sizes, cut);
    case "unclear": {
      const sides = walk(lattice, sizes, activation);
      return sides && between(sides, sizes);
    }
  }
}

type Cut =
  /** Positive from this small sum on, negative below. */
  | { readonly kind: "above"; readonly from: number }
  /** The same, but for one small sum, where there is nothing but noise, or nothing. */
  | { readonly kind: "tie"; readonly at: number; readonly isExact: boolean }
  | { readonly kind: "unclear" };

/**
 * Where the side of a sum follows from the side of the sum of small sizes.
 *
 * With `S = base + sum of A[g] * t[g]`, `N = sum of n[g] * t[g]` and the unit `A/n` of a group `r`:
 * `n[r] * S = A[r] * N + n[r] * base + sum of (n[r] * A[g] - A[r] * n[g]) * t[g]`; the last sum is small.
 */
function cutOf({ base, sizes, counts, weightSum }: Lattice, small: readonly number[]): Cut {
  const reference = sizes.length - 1;
  const [unit, n] = [sizes[reference] ?? 1n, BigInt(small[reference] ?? 1)];
  let [least, most] = [n * base, n * base];
  sizes.forEach((size, g) => {
    const error = (n * size - unit * BigInt(small[g]!)) * BigInt(counts[g]!);
    if (error < 0n) least += error;
    else most += error;
  });
  const noise = noiseOf({ weightSum: n * weightSum, unit });
  const near = bandOf({ least: least - noise, most: most + noise, unit });
  if (near.from === near.at) return { kind: "above", from: Number(near.from) };
  const sums = [near.at * unit + least, near.at * unit + most].map(magnitude);
  const isTie = sums.every((sum) => sum <= noise);
  if (near.from === near.at + 1n && isTie) {
    return { kind: "tie", at: Number(near.at), isExact: sums.every((sum) => sum === 0n) };
  }
  const { at, from } = bandOf({ least, most, unit });
  return at === from ? { kind: "above", from: Number(from) } : { kind: "unclear" };
}

interface Around {
  readonly least: bigint;
  readonly most: bigint;
  readonly unit: bigint;
}

/** The N from `at` to before `from` are those where `unit * N` plus something from least to most may be 0. */
function bandOf({ least, most, unit }: Around): { readonly at: bigint; readonly from: bigint } {
  return { at: bigFloor(-most - 1n, unit) + 1n, from: bigFloor(-least, unit) + 1n };
}

/** Positive from a sum on, else negative: 2 * sum - (2 * from - 1), which is never 0. */
function tieless(sizes: readonly number[], from: number, most: number): Threshold {
  const canBe = { below: from > 0, tie: false, above: from <= most };
  return { sizes, factor: 2, offset: 1 - 2 * from, canBe, isSnapped: false };
}

function mostOf(sizes: readonly number[], counts: readonly number[]): number {
  return sizes.reduce((sum, size, g) => sum + size * counts[g]!, 0);
}

type Tie = Extract<Cut, { kind: "tie" }>;

function tied(lattice: Lattice, sizes: readonly number[], { at, isExact }: Tie): Threshold {
  const most = mostOf(sizes, lattice.counts);
  const reached = isReached(at, sizes, lattice.counts);
  const isKnown = reached === false || (reached === true && isExact);
  const sides = isKnown ? undefined : walk(lattice, sizes, "sign");
  const isSame = sides !== undefined && sides.below < at && sides.above > at;
  const tie = isSame ? sides.tie !== undefined : reached !== false;
  const canBe = { below: at > 0, tie, above: at < most };
  const isSnapped = tie && !isExact && !isSame;
  return { sizes, factor: 1, offset: -at + 0, canBe, isSnapped };
}

/** A step takes noise for 0, and gives 0 there. */
function snappedStep(lattice: Lattice, sizes: readonly number[], { at, isExact }: Tie): Threshold {
  const threshold = tieless(sizes, at + 1, mostOf(sizes, lattice.counts));
  if (isExact || isReached(at, sizes, lattice.counts) === false) return threshold;
  const sides = walk(lattice, sizes, "step");
  const isSame = sides !== undefined && sides.below <= at && sides.above > at;
  return { ...threshold, isSnapped: !isSame };
}

/** The threshold in the middle between the sums on either side. */
function between({ below, above, tie }: Sides, sizes: readonly number[]): Threshold {
  const canBe = {
    below: below > -Infinity,
    tie: tie !== undefined,
    above: above < Infinity,
  };
  if (tie !== undefined) return { sizes, factor: 1, offset: -tie + 0, canBe, isSnapped: false };
  const middle = !canBe.below ? 2 * above - 1 : !canBe.above ? 2 * below + 1 : below + above;
  const isHalf = middle % 2 !== 0;
  const [factor, offset] = isHalf ? ([2, -middle] as const) : ([1, -middle / 2] as const);
  return { sizes, factor, offset, canBe, isSnapped: false };
}
