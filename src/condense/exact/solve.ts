import { commonDivisor } from "../../math/integers.ts";
import { bigDivisor, bigIntegers } from "./big-integers.ts";
import { type IntegerClass, type Lattice, latticeOf, type WeightClass } from "./lattice.ts";
import { NOISES, type Threshold, thresholdOf } from "./threshold.ts";
import { integers, LARGEST_SUM, type Values } from "./values.ts";
import type { Side } from "./walk.ts";

/** A unit in exact numbers, as small as they were found. */
export interface Solution {
  /** (nClasses): the weight of each class; 0 where it does not matter. */
  readonly weights: readonly number[];
  readonly bias: number;
  readonly isInteger: boolean;
  readonly values: Values;
  readonly isSnapped: boolean;
}

/** The simplest sign or step that gives the same as these weights and this bias, but for noise. */
export function solve(classes: readonly WeightClass[], bias: number, activation: Side): Solution {
  if (!areIntegers(classes)) return solveReal(classes, bias, activation);
  const lattice = latticeOf(classes, bias);
  const constant = constantOf(lattice, activation);
  if (constant !== undefined) return constantly(classes, constant);
  const threshold = thresholdOf(lattice, activation);
  if (threshold === undefined) return asGiven(classes, bias, sidesOf(lattice), activation);
  const [only, ...others] = valuesOfSides(threshold.canBe, activation);
  if (others.length === 0) {
    return constantly(classes, { value: only!, isSnapped: threshold.isSnapped });
  }
  const found = inInputs(threshold, lattice, classes);
  if (!isSmall(found, classes)) return asGiven(classes, bias, sidesOf(lattice), activation);
  return {
    ...found,
    isInteger: true,
    values: spanned([only!, ...others]),
    isSnapped: threshold.isSnapped,
  };
}

/** Do all take integers, and not too many? */
function areIntegers(classes: readonly WeightClass[]): classes is readonly IntegerClass[] {
  const nSteps = classes.reduce((sum, { values, count }) => {
    return sum + (values.kind === "reals" ? Infinity : (values.high - values.low) * count);
  }, 0);
  return nSteps <= LARGEST_SUM;
}

interface Constant {
  readonly value: number;
  readonly isSnapped: boolean;
}

/** The value of a unit that is far from zero on one side, or that reads nothing. */
function constantOf(lattice: Lattice, activation: Side): Constant | undefined {
  const { base, sizes, counts, weightSum } = lattice;
  const highest = sizes.reduce((sum, size, g) => sum + size * BigInt(counts[g]!), base);
  const [least, most] = [base * NOISES, highest * NOISES];
  const low = activation === "sign" ? -1 : 0;
  if (least >= weightSum && base > 0n) return { value: 1, isSnapped: false };
  if (most <= -weightSum && highest < 0n) return { value: low, isSnapped: false };
  if (sizes.length === 0) return { value: 0, isSnapped: isSnapped(base, activation) };
  return undefined;
}

function isSnapped(noise: bigint, activation: Side): boolean {
  return activation === "sign" ? noise !== 0n : noise > 0n;
}

function constantly(
  classes: readonly WeightClass[],
  { value, isSnapped: snapped }: Constant,
): Solution {
  return {
    weights: classes.map(() => 0),
    bias: value,
    isInteger: true,
    values: integers(value, value),
    isSnapped: snapped,
  };
}

type CanBe = Threshold["canBe"];

function sidesOf({ base, sizes, counts }: Lattice): CanBe {
  const highest = sizes.reduce((sum, size, g) => sum + size * BigInt(counts[g]!), base);
  return { below: base < 0n, tie: true, above: highest > 0n };
}

/** Ascending. */
function valuesOfSides({ below, tie, above }: CanBe, activation: Side): number[] {
  const values = [below ? -1 : undefined, tie ? 0 : undefined, above ? 1 : undefined];
  const given = values.filter((value) => value !== undefined);
  return activation === "sign" ? given : [...new Set(given.map((value) => Math.max(value, 0)))];
}

function spanned(values: readonly number[]): Values {
  const [low, high] = [values[0]!, values.at(-1)!];
  return integers(low, high, values.length === 2 ? high - low : 1);
}

interface InInputs {
  readonly weights: readonly number[];
  readonly bias: number;
}

/** The same threshold on the values of inputs: `t` is `(x - low) / step`, or `(high - x) / step`. */
function inInputs(
  { sizes, factor, offset }: Threshold,
  { groupOf }: Lattice,
  classes: readonly IntegerClass[],
): InInputs {
  const steps = classes.reduce((multiple, { values: { step } }, c) => {
    return groupOf[c] === -1 ? multiple : (multiple / commonDivisor(multiple, step)) * step;
  }, 1);
  const weights = classes.map(({ weight, values: { step } }, c) => {
    const size = groupOf[c] === -1 ? 0 : sizes[groupOf[c]!]!;
    return Math.sign(weight) * factor * size * (steps / step) + 0;
  });
  const bias = classes.reduce((sum, { values: { low, high }, count }, c) => {
    return sum - weights[c]! * (weights[c]! > 0 ? low : high) * count;
  }, offset * steps);
  const divisor = weights.reduce(commonDivisor, bias) || 1;
  return { weights: weights.map((weight) => weight / divisor), bias: bias / divisor + 0 };
}

/** Are all numbers, and the sums on the domain, exact as doubles? */
function isSmall({ weights, bias }: InInputs, classes: readonly IntegerClass[]): boolean {
  const most = classes.reduce(
    (sum, { values: { low, high }, count }, c) =>
      sum + Math.abs(weights[c]!) * Math.max(Math.abs(low), Math.abs(high)) * count,
    Math.abs(bias),
  );
  return most <= LARGEST_SUM;
}

function asGiven(
  classes: readonly WeightClass[],
  bias: number,
  canBe: CanBe,
  activation: Side,
): Solution {
  return {
    weights: classes.map(({ weight }) => weight),
    bias: bias + 0,
    isInteger: false,
    values: spanned(valuesOfSides(canBe, activation)),
    isSnapped: false,
  };
}

/** Over reals nothing but a common factor can be taken out: any sum, however small, is a sum. */
function solveReal(classes: readonly WeightClass[], bias: number, activation: Side): Solution {
  const given = bigIntegers([bias, ...classes.map(({ weight }) => weight)]);
  let folded = given[0]!;
  const kept = classes.map(({ values, count }, c) => {
    const weight = given[c + 1]!;
    if (values.kind === "reals" || values.low !== values.high) return weight;
    folded += weight * BigInt(values.low) * BigInt(count);
    return 0n;
  });
  const divisor = kept.reduce(bigDivisor, folded) || 1n;
  const weights = kept.map((weight) => Number(weight / divisor));
  const least = Number(folded / divisor);
  const most = classes.reduce((sum, { count }, c) => sum + Math.abs(weights[c]!) * count, 0);
  if (!(most + Math.abs(least) <= LARGEST_SUM)) {
    return asGiven(classes, bias, { below: true, tie: true, above: true }, activation);
  }
  const values = activation === "sign" ? integers(-1, 1) : integers(0, 1);
  return { weights, bias: least, isInteger: true, values, isSnapped: false };
}
