import type { Form } from "../feature/feature.ts";
import type { Evidence } from "./evidence.ts";
import { type Formula, type Linear, linearValue, type WeightedFeature } from "./formula.ts";
import { smallSums } from "./small-sums.ts";

/** A side of an extreme decides in at least this share of the cases, or it is an exception. */
const LEAST_SHARE = 0.02;

/** The larger, or the smaller, of two sums. */
export function fitLarger(evidence: Evidence, features: readonly number[]): Formula | undefined {
  return extremeOf("larger", evidence, features) ?? extremeOf("smaller", evidence, features);
}

function extremeOf(
  kind: "larger" | "smaller",
  evidence: Evidence,
  features: readonly number[],
): Formula | undefined {
  const sums = smallSums({ features, weights: [1, -1, 2], mostTerms: 2 });
  const sides = [[], ...sums].flatMap((terms) => sideOf(kind, evidence, terms));
  const nCases = evidence.targets.length;
  for (const [at, left] of sides.entries()) {
    for (const right of sides.slice(0, at)) {
      if (left.nRight + right.nRight < nCases) continue;
      if (left.isRight.every((is, row) => is || right.isRight[row])) {
        return { kind, left: right.of, right: left.of };
      }
    }
  }
  return undefined;
}

interface Side {
  readonly of: Linear;
  /** (cases): is it the target? */
  readonly isRight: readonly boolean[];
  readonly nRight: number;
}

/** A sum with the constant that makes it touch the target without ever passing it. */
function sideOf(
  kind: "larger" | "smaller",
  { targets, values }: Evidence,
  terms: readonly WeightedFeature[],
): Side[] {
  const sum = (row: number): number =>
    linearValue({ constant: 0, terms }, (feature) => values[feature]![row]!);
  const gaps = Array.from(targets, (target, row) => target - sum(row));
  const constant = kind === "larger" ? Math.min(...gaps) : Math.max(...gaps);
  const isRight = gaps.map((gap) => gap === constant);
  const nRight = isRight.filter(Boolean).length;
  return nRight < LEAST_SHARE * targets.length
    ? []
    : [{ of: { constant, terms }, isRight, nRight }];
}

/** The largest, or the smallest, of all columns that a feature adds up. */
export function fitLargest(evidence: Evidence): Formula | undefined {
  for (const feature of evidence.features.keys()) {
    for (const kind of ["largest", "smallest"] as const) {
      const column = extremesIn(kind, evidence, feature);
      if (column?.every((value, row) => value === evidence.targets[row])) return { kind, feature };
    }
  }
  return undefined;
}

/** (cases): the extreme of the columns that a feature adds up; undefined where it is no plain sum of several. */
export function extremesIn(
  kind: "largest" | "smallest",
  { pool, features }: Evidence,
  feature: number,
): Float64Array | undefined {
  const { columns, cases, nPlaces } = pool;
  const { at } = features[feature]!;
  if (!isPlainSum(at, nPlaces)) return undefined;
  const better = kind === "largest" ? Math.max : Math.min;
  return Float64Array.from(cases, (index) => {
    const form = at(index % nPlaces) as Form & { kind: "sum" };
    const sample = Math.floor(index / nPlaces);
    const values = form.columns.map((column) => {
      const { values, stride, offset } = columns.at(column);
      return values[sample * stride + offset]!;
    });
    return values.reduce((best, value) => better(best, value));
  });
}

type At = Evidence["features"][number]["at"];

/** More than one column at some place, at least one at every place, each once. */
function isPlainSum(at: At, nPlaces: number): boolean {
  let most = 0;
  for (let place = 0; place < nPlaces; place++) {
    const form = at(place);
    if (form.kind !== "sum" || form.columns.length === 0) return false;
    if (form.weights.some((weight) => weight !== 1)) return false;
    most = Math.max(most, form.columns.length);
  }
  return most > 1;
}
