import type { Dataset } from "../data/dataset.ts";
import type { Feature } from "./feature/feature.ts";
import type { Found } from "./found.ts";
import type { Rule } from "./rule/rule.ts";
import type { Test } from "./rule/test.ts";
import { rowsOf } from "./symmetry.ts";

/** With more different samples each of them is no subconcept any more. */
const MOST_SAMPLES = 128;

/**
 * Every sample a subconcept of its own: what is nearer to one of its samples than to all of the other
 * label has the second label. Differentiae are the exact bisectors of two samples, w = a - b.
 *
 * Undefined for more than two labels, and for many samples.
 */
export function everySampleItsOwn(dataset: Dataset): Found | undefined {
  const { target } = dataset;
  const rows = rowsOf(dataset);
  const distinctOf = (label: number) => distinct(rows.filter((_, k) => target.values[k] === label));
  const [own, other] = [distinctOf(1), distinctOf(0)];
  const nSamples = own.length + other.length;
  if (nSamples > MOST_SAMPLES || target.classes.length !== 2) return undefined;
  const bisectors = own.flatMap((a) => other.map((b) => bisectorOf(a, b)));
  const terms = own.map((_, i) =>
    other.map((_, j): Test => {
      const feature = i * other.length + j;
      return { feature, kind: "above", value: bisectors[feature]!.threshold };
    }),
  );
  // Which label a sample has, and that all are taken.
  const bits = nSamples + 8;
  const rule: Rule = {
    features: bisectors.map(({ feature }) => feature),
    positions: bisectors.map(() => -1),
    decisions: [{ label: 1, terms }],
    otherwise: 0,
    saidBits: bits,
    bits,
    nMistakes: 0,
  };
  return {
    rules: [{ rule, place: 0 }],
    isIndex: false,
    bits,
    nMistakes: 0,
    mistakeBits: 0,
    sharing: "every sample a subconcept, alike at all places",
    open: [],
    rivals: [],
  };
}

/** Each row once. */
function distinct(rows: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(rows.map((row) => [row.join(), row])).values()];
}

/** Above the threshold what is nearer to a than to b. */
function bisectorOf(
  a: readonly number[],
  b: readonly number[],
): { readonly feature: Feature; readonly threshold: number } {
  const columns = [...a.keys()].filter((column) => a[column] !== b[column]);
  const weights = columns.map((column) => a[column]! - b[column]!);
  const squares = (row: readonly number[]): number => row.reduce((sum, x) => sum + x * x, 0);
  const feature: Feature = {
    family: "bisector",
    familyBits: 0,
    bits: 0,
    isInteger: true,
    at: () => ({ kind: "sum", columns, weights }),
  };
  return { feature, threshold: (squares(a) - squares(b)) / 2 };
}
