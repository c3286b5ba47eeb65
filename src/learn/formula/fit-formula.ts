import { informationOf } from "../information.ts";
import type { Evidence } from "./evidence.ts";
import { fitClipped } from "./fit-clipped.ts";
import { fitLarger, fitLargest } from "./fit-extreme.ts";
import { fitLinear } from "./fit-linear.ts";
import { fitMixed } from "./fit-mixed.ts";
import { fitQuotient } from "./fit-quotient.ts";
import { fitAbsolute, fitRemainder } from "./fit-wrapped.ts";
import { type Formula, type Linear, linearValue } from "./formula.ts";

/** A formula, and what it takes to say it. */
export interface Fitted {
  readonly formula: Formula;
  readonly bits: number;
}

/** Features whose small sums are tried one by one: totals and the nearest, and those that explain most alone. */
const NEAREST = 8;
const MOST_EXPLAINING = 4;

/** Bits to say which kind of formula it is. */
const KIND_BITS = 3;

/** Bits that each case has to be worth more than the formula, or it may be an accident. */
const SAFETY_BITS = 16;

/**
 * The simplest formula that gives the target in every case; undefined where there is none, or where the
 * cases say too little to believe it. Of a sum whose remainder or quotient a relative is, the other one
 * is said in no time.
 */
export function fitFormula(
  evidence: Evidence,
  relatives: readonly Formula[] = [],
): Fitted | undefined {
  const related = relatives.flatMap(counterpartOf).find((formula) => saysAll(formula, evidence));
  if (related !== undefined) return { formula: related, bits: KIND_BITS };
  const near = promising(evidence);
  const formula =
    fitLinear(evidence) ??
    fitAbsolute(evidence, near) ??
    fitLargest(evidence) ??
    fitLarger(evidence, near) ??
    fitClipped(evidence) ??
    fitRemainder(evidence, near) ??
    fitQuotient(evidence, near) ??
    fitMixed(evidence);
  if (formula === undefined) return undefined;
  const bits = bitsOf(formula, evidence);
  return 2 * bits + SAFETY_BITS <= informationOf(evidence.targets) ? { formula, bits } : undefined;
}

/** The remainder of a sum for its quotient, and the other way round. */
function counterpartOf(formula: Formula): Formula[] {
  if (formula.kind === "remainder") return [{ ...formula, kind: "quotient" }];
  return formula.kind === "quotient" ? [{ ...formula, kind: "remainder" }] : [];
}

function saysAll(formula: Formula, { values, targets }: Evidence): boolean {
  if (formula.kind !== "remainder" && formula.kind !== "quotient") return false;
  const { of, divisor } = formula;
  return targets.every((target, row) => {
    const sum = linearValue(of, (feature) => values[feature]![row]!);
    const quotient = Math.floor(sum / divisor);
    return target === (formula.kind === "quotient" ? quotient : sum - divisor * quotient);
  });
}

function promising({ features, values, targets }: Evidence): number[] {
  const all = [...values.keys()];
  const isTotal = (k: number): boolean => features[k]!.family.startsWith("whole");
  const nearest = [...all.filter(isTotal), ...all].slice(0, NEAREST);
  const shares = values.map((column) => Math.abs(correlation(column, targets)));
  const others = all.filter((k) => !nearest.includes(k) && shares[k]! > 0.1);
  const best = others.sort((a, b) => shares[b]! - shares[a]! || a - b).slice(0, MOST_EXPLAINING);
  return [...nearest, ...best];
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [both, ownA, ownB] = [0, 0, 0];
  for (let k = 0; k < a.length; k++) {
    const [x, y] = [a[k]! - meanA, b[k]! - meanB];
    both += x * y;
    ownA += x * x;
    ownB += y * y;
  }
  return ownA === 0 || ownB === 0 ? 0 : both / Math.sqrt(ownA * ownB);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function bitsOf(formula: Formula, { features }: Evidence): number {
  const integerBits = (value: number): number => 1 + 2 * Math.log2(1 + Math.abs(value));
  const linear = ({ constant, terms }: Linear): number =>
    terms.reduce(
      (bits, { feature, weight }) => bits + Math.log2(feature + 2) + 1 + integerBits(weight),
      integerBits(constant),
    );
  switch (formula.kind) {
    case "linear":
    case "absolute":
      return KIND_BITS + linear(formula.of);
    case "clipped":
      return KIND_BITS + linear(formula.of) + integerBits(formula.low) + integerBits(formula.high);
    case "remainder":
    case "quotient":
      return KIND_BITS + integerBits(formula.divisor) + linear(formula.of);
    case "larger":
    case "smaller":
      return KIND_BITS + linear(formula.left) + linear(formula.right);
    case "mixed":
      return KIND_BITS + linear(formula) + formula.terms.length;
    case "largest":
    case "smallest":
      return KIND_BITS + Math.log2(features.length + 1);
  }
}
