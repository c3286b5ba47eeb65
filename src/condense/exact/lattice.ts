import { bigIntegers, magnitude } from "./big-integers.ts";
import type { Integers, Values } from "./values.ts";

/** Inputs of a unit that have the same weight and take the same values. */
export interface WeightClass {
  readonly weight: number;
  readonly values: Values;
  readonly count: number;
}

/** Inputs of a unit that take integers. */
export interface IntegerClass extends WeightClass {
  readonly values: Integers;
}

/**
 * The sum of a unit, counted from its lowest value: `base + sum of sizes[g] * t[g]`, where every `t[g]`
 * is any integer from 0 to `counts[g]`.
 *
 * Exact: all numbers are the unit's own times one power of two.
 */
export interface Lattice {
  readonly base: bigint;
  /** (nGroups): positive, ascending. */
  readonly sizes: readonly bigint[];
  /** (nGroups): the sizes in the unit's own scale, rounded. */
  readonly rounded: readonly number[];
  /** (nGroups). */
  readonly counts: readonly number[];
  /** (nClasses): the group of each class, -1 where the class has one value only. */
  readonly groupOf: readonly number[];
  /** The sum of |weights|. */
  readonly weightSum: bigint;
}

/** Inputs count their steps up from the lowest value, or down from the highest where weights are negative. */
export function latticeOf(classes: readonly IntegerClass[], bias: number): Lattice {
  const [base, ...weights] = bigIntegers([bias, ...classes.map(({ weight }) => weight)]);
  let lowest = base!;
  let weightSum = 0n;
  const groups = new Map<bigint, Group>();
  const sizeOfClass = classes.map(({ weight: rounded, values: { low, high, step }, count }, c) => {
    const weight = weights[c]!;
    lowest += weight * BigInt(weight > 0n ? low : high) * BigInt(count);
    weightSum += magnitude(weight) * BigInt(count);
    if (low === high) return undefined;
    const size = magnitude(weight) * BigInt(step);
    const known = groups.get(size)?.count ?? 0;
    groups.set(size, {
      rounded: Math.min(Math.abs(rounded) * step, Number.MAX_VALUE),
      count: known + ((high - low) / step) * count,
    });
    return size;
  });
  const sizes = [...groups.keys()].sort((a, b) => (a < b ? -1 : 1));
  const places = new Map(sizes.map((size, g) => [size, g]));
  return {
    base: lowest,
    sizes,
    rounded: sizes.map((size) => groups.get(size)!.rounded),
    counts: sizes.map((size) => groups.get(size)!.count),
    groupOf: sizeOfClass.map((size) => (size === undefined ? -1 : places.get(size)!)),
    weightSum,
  };
}

interface Group {
  readonly rounded: number;
  readonly count: number;
}
