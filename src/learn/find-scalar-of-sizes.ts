import type { Dataset } from "../data/dataset.ts";
import { neverStop } from "../math/stop.ts";
import { type Pool, poolOf } from "./case-pool.ts";
import { bankWithPatterns } from "./feature/bank.ts";
import { type Feature, sumOf } from "./feature/feature.ts";
import { valuesOf } from "./feature/values-of.ts";
import { foundIn } from "./find-scalar.ts";
import { fitRule } from "./fit-rule.ts";
import type { Found } from "./found.ts";
import type { LearnOptions } from "./options.ts";
import type { Rule } from "./rule/rule.ts";
import type { Scope } from "./scope.ts";

const WHOLE: Scope = { kind: "alone", output: 0 };

/**
 * The exact rule for one value that says the samples of all sizes, where it takes no more bits than some: over
 * totals and counts, which mean the same whatever the size. Its features are those of the first dataset.
 */
export function findScalarOfSizes(
  datasets: readonly Dataset[],
  { mostBits, shouldStop = neverStop }: LearnOptions & { readonly mostBits: number },
): Found[] {
  const banks = datasets.map(commonFeatures);
  const pool = poolOfSizes(datasets, banks);
  const [dataset, features] = [datasets[0]!, banks[0]!];
  if (pool === undefined) return [];
  const read = features.map((each, column): Feature => {
    const own = sumOf([column]);
    return { ...each, at: () => own };
  });
  const rule = fitRule(pool, read, { isExact: true, mostBits, effort: EFFORT, shouldStop });
  if (rule === undefined || rule.nMistakes > 0 || rule.bits > mostBits) return [];
  return [foundIn(dataset, WHOLE, withFeatures(rule, features))];
}

/** The rule is short, or it is none. */
const EFFORT = 0.1;

/** What means the same at every size, in the same order. */
function commonFeatures(dataset: Dataset): Feature[] {
  return bankWithPatterns(dataset, WHOLE).filter(({ family }) => COMMON.has(family.split(" ")[0]!));
}

const COMMON: ReadonlySet<string> = new Set(["whole", "count", "window", "place"]);

/** Every sample of every size, a column for each feature; undefined where sizes differ in more than size. */
function poolOfSizes(
  datasets: readonly Dataset[],
  banks: readonly (readonly Feature[])[],
): Pool | undefined {
  const [first, ...others] = banks;
  const isSame = (bank: readonly Feature[]): boolean =>
    bank.length === first!.length &&
    bank.every(({ family, bits }, k) => family === first![k]!.family && bits === first![k]!.bits);
  const { classes } = datasets[0]!.target;
  const labels = datasets.flatMap(({ target }) =>
    [...target.values].map((value) => classes.indexOf(target.classes[value]!)),
  );
  if (first!.length === 0 || !others.every(isSame) || labels.includes(-1)) return undefined;
  const pools = datasets.map((dataset) => poolOf(dataset, WHOLE));
  const columns = first!.map((_, k) => ({
    values: Float64Array.from(banks.flatMap((bank, at) => [...valuesOf(bank[k]!, pools[at]!)])),
    stride: 1,
    offset: 0,
  }));
  const nSamples = labels.length;
  return {
    columns: { nSamples, starts: [], count: columns.length, at: (column) => columns[column]! },
    nPlaces: 1,
    cases: Int32Array.from(labels, (_, sample) => sample),
    labels: Int32Array.from(labels),
    nClasses: classes.length,
  };
}

function withFeatures(rule: Rule, features: readonly Feature[]): Rule {
  return {
    ...rule,
    features: rule.positions.map((position) => features[position]!),
    ...(rule.rivals && { rivals: rule.rivals.map((rival) => withFeatures(rival, features)) }),
  };
}
