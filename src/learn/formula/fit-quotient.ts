import { centred, dot, solveNormal } from "../../math/least-squares.ts";
import type { Evidence } from "./evidence.ts";
import { type Formula, linearValue, type WeightedFeature } from "./formula.ts";

/** Quotients of sums of more features are not looked for. */
const MOST_TERMS = 3;

/** Divisors that are tried for every sum; larger ones where one feature counts once. */
const MOST_DIVISOR = 12;

/**
 * How often a number goes into a sum. Where q = floor(f / d), least squares of the target give about the
 * weights of f, divided by d: doubles suggest, integers decide.
 */
export function fitQuotient(evidence: Evidence, features: readonly number[]): Formula | undefined {
  const columns = features.map((feature) => centred(evidence.values[feature]!));
  const all = [...columns, centred(evidence.targets)];
  // (features, features and the target): each product once for all subsets.
  const products = columns.map((column) => all.map((other) => dot(column, other)));
  const positions = [...features.keys()];
  for (let count = 1; count <= MOST_TERMS; count++) {
    for (const chosen of subsetsOf(positions, count)) {
      const rows = chosen.map((row) =>
        Float64Array.from([...chosen, features.length], (column) => products[row]![column]!),
      );
      const slopes = solveNormal(rows)?.[0];
      const formula =
        slopes &&
        quotientOf(
          evidence,
          chosen.map((position) => features[position]!),
          slopes,
        );
      if (formula !== undefined) return formula;
    }
  }
  return undefined;
}

function quotientOf(
  evidence: Evidence,
  chosen: readonly number[],
  slopes: readonly number[],
): Formula | undefined {
  if (slopes.some((slope) => Math.abs(slope) < 1e-3)) return undefined;
  for (const divisor of divisorsFor(slopes)) {
    for (const weights of integersNear(slopes.map((slope) => slope * divisor))) {
      if (weights.includes(0)) continue;
      const terms = chosen.map((feature, k) => ({ feature, weight: weights[k]! }));
      const constant = constantFor(evidence, terms, divisor);
      if (constant !== undefined) return { kind: "quotient", of: { constant, terms }, divisor };
    }
  }
  return undefined;
}

function divisorsFor(slopes: readonly number[]): number[] {
  const small = Array.from({ length: MOST_DIVISOR - 1 }, (_, k) => k + 2);
  const single = slopes.map((slope) => Math.round(1 / Math.abs(slope)));
  return [...small, ...single.filter((divisor) => divisor > MOST_DIVISOR)];
}

/** The nearest integers first, then those beside them. */
function integersNear([first, ...rest]: readonly number[]): number[][] {
  if (first === undefined) return [[]];
  const nearest = Math.round(first);
  const side = first < nearest ? -1 : 1;
  const others = integersNear(rest);
  return [nearest, nearest + side, nearest - side].flatMap((value) =>
    others.map((more) => [value, ...more]),
  );
}

/** A target q says that q d <= f + c < (q + 1) d: the constant nearest to 0 that all cases allow. */
function constantFor(
  { targets, values }: Evidence,
  terms: readonly WeightedFeature[],
  divisor: number,
): number | undefined {
  let [low, high] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let row = 0; row < targets.length; row++) {
    const sum = linearValue({ constant: 0, terms }, (feature) => values[feature]![row]!);
    const least = targets[row]! * divisor - sum;
    low = Math.max(low, least);
    high = Math.min(high, least + divisor - 1);
    if (low > high) return undefined;
  }
  return Math.max(low, Math.min(high, 0));
}

function subsetsOf(features: readonly number[], count: number): number[][] {
  if (count === 0) return [[]];
  return features.flatMap((feature, at) =>
    subsetsOf(features.slice(at + 1), count - 1).map((rest) => [feature, ...rest]),
  );
}
