import { commonDivisor } from "../math/integers.ts";
import type { LinearSolver } from "../math/linear-program.ts";

/** A point of small integers: the values of a cell's features. */
export type Point = readonly number[];

/** A threshold unit: positive where `weights . point + bias > 0`. */
export interface Unit {
  /** (nFeatures), integers. */
  readonly weights: readonly number[];
  readonly bias: number;
}

/** Finds the unit that is positive on some points and negative on others; undefined if there is none. */
export type Separate = (
  positives: readonly Point[],
  negatives: readonly Point[],
) => Unit | undefined;

/**
 * Separation by the sparsest unit: least sum of |weight|, then smallest integers, bias in mid-gap.
 *
 * Exact: what the solver finds in doubles is rounded and checked on every point in integers. The sum of
 * a unit is never 0 on a point of integers. Throws nothing; cost: one linear program.
 */
export function separateWith(solver: LinearSolver): Separate {
  return (positives, negatives) => {
    const nFeatures = positives[0]!.length;
    const solution = solver.solve(sparsestSeparation(positives, negatives, nFeatures));
    if (solution === undefined) return undefined;
    const real = Array.from(
      { length: nFeatures },
      (_, j) => solution[j]! - solution[nFeatures + j]!,
    );
    const weights = smallestIntegers(real);
    return weights && unitBetween(weights, positives, negatives);
  };
}

/** The value of a unit's sum. */
export function sumAt({ weights, bias }: Unit, point: Point): number {
  return weights.reduce((sum, weight, j) => sum + weight * point[j]!, bias);
}

/**
 * The unit with these weights whose threshold lies in the middle of the gap, off all integers.
 *
 * Undefined where the weights do not separate.
 */
function unitBetween(
  weights: readonly number[],
  positives: readonly Point[],
  negatives: readonly Point[],
): Unit | undefined {
  const dot = (point: Point): number => sumAt({ weights, bias: 0 }, point);
  const low = negatives.reduce((most, point) => Math.max(most, dot(point)), -Infinity);
  const high = positives.reduce((least, point) => Math.min(least, dot(point)), Infinity);
  if (low >= high) return undefined;
  const threshold = Math.ceil((low + high) / 2);
  // Doubled, so that `sum >= threshold` becomes a sum that is odd and never ties.
  return { weights: weights.map((weight) => 2 * weight), bias: 1 - 2 * threshold };
}

/** minimise |w| with w.p + b >= 1 on positives and <= -1 on negatives; variables w+, w-, b. */
function sparsestSeparation(
  positives: readonly Point[],
  negatives: readonly Point[],
  nFeatures: number,
) {
  const nVariables = 2 * nFeatures + 1;
  const points = [...positives, ...negatives];
  const rows = new Float64Array(points.length * nVariables);
  points.forEach((point, r) => {
    point.forEach((value, j) => {
      rows[r * nVariables + j] = value;
      rows[r * nVariables + nFeatures + j] = -value;
    });
    rows[r * nVariables + nVariables - 1] = 1;
  });
  const isPositive = (r: number): boolean => r < positives.length;
  return {
    costs: new Float64Array(nVariables).fill(1).fill(0, nVariables - 1),
    lower: new Float64Array(nVariables).fill(-Infinity, nVariables - 1),
    upper: new Float64Array(nVariables).fill(Infinity),
    rows,
    rowLower: Float64Array.from(points, (_, r) => (isPositive(r) ? 1 : -Infinity)),
    rowUpper: Float64Array.from(points, (_, r) => (isPositive(r) ? Infinity : -1)),
  };
}

const LARGEST_DENOMINATOR = 360;
const NEAR = 1e-6;

/** The smallest integers in the ratio of these numbers; undefined if no small denominator fits. */
function smallestIntegers(numbers: readonly number[]): number[] | undefined {
  for (let factor = 1; factor <= LARGEST_DENOMINATOR; factor++) {
    const rounded = numbers.map((number) => Math.round(number * factor));
    if (numbers.every((number, j) => Math.abs(number * factor - rounded[j]!) < NEAR * factor)) {
      const divisor = rounded.reduce(commonDivisor, 0) || 1;
      // `+ 0` turns -0 into 0.
      return rounded.map((value) => value / divisor + 0);
    }
  }
  return undefined;
}
