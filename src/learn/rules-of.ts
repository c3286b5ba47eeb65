import type { Dataset } from "../data/dataset.ts";
import type { LinearSolver } from "../math/linear-program.ts";
import { neverStop } from "../math/stop.ts";
import { poolOf } from "./case-pool.ts";
import { cellRules } from "./cell-rules.ts";
import { bankOf, bankWithPatterns } from "./feature/bank.ts";
import { groupFeatures } from "./feature/groups.ts";
import { fitRule } from "./fit-rule.ts";
import type { Found } from "./found.ts";
import type { LearnOptions } from "./options.ts";
import { refitted } from "./refitted.ts";
import { withCommonThresholds } from "./rule/common-thresholds.ts";
import type { Rule } from "./rule/rule.ts";
import type { Scope } from "./scope.ts";
import { mistakeBits } from "./search/code-length.ts";

/**
 * Whether what was found explains all but a few labels: then it is the rule, and those are mistaken.
 * Else a rule may look at cells of which the search for short ones does not think.
 */
export function isExplained(found: readonly Pick<Found, "nMistakes">[], nLabels: number): boolean {
  return found.some(({ nMistakes }) => nMistakes <= nLabels * MOST_NOISE);
}

const MOST_NOISE = 0.2;

/** Rules that take more bits than this are worth a search for units of free weights. */
export const LONG = 40;
const LONG_PER_CASE = 0.3;

export interface Solving extends LearnOptions {
  readonly solver: LinearSolver;
  /** Whether rules may count windows that look alike, and places that stand out. */
  readonly countsPatterns?: boolean;
  /** Rules that take more are not worth finding. */
  readonly mostBits?: number;
}

/**
 * The shortest rule, mistakes counted, and other forms of it where it is exact: its function said by
 * units of free weights, and those of all cells where it is long.
 */
export function rulesOf(dataset: Dataset, scope: Scope, { solver, ...options }: Solving): Rule[] {
  const pool = poolOf(dataset, scope);
  const bank = (options.countsPatterns === true ? bankWithPatterns : bankOf)(dataset, scope);
  const features = [...bank, ...groupFeatures(dataset, pool)];
  const { shouldStop = neverStop, noise = "auto", mostBits = Infinity } = options;
  const effort = scope.kind === "alone" ? (scope.effort ?? 1) : 1;
  // Which place it is, is said; which ones it is not, follows.
  const described = scope.kind === "index" ? { described: [1] } : {};
  const isExact = noise === 0;
  const search = { ...described, effort, shouldStop, isExact, mostBits };
  const shortest = fitRule(pool, features, search);
  if (shortest === undefined) return [];
  const isTooNoisy = shortest.nMistakes > pool.cases.length * (noise === "auto" ? 1 : noise);
  const exact = isTooNoisy ? fitRule(pool, features, { ...search, isExact: true }) : undefined;
  const rule = withCommonThresholds(exact ?? shortest, pool);
  if (rule.nMistakes > 0) return [rule];
  const nCases = pool.cases.length;
  const others = { solver, shouldStop };
  const isLong = rule.bits > Math.max(LONG, nCases * LONG_PER_CASE);
  const byCells = isLong && effort === 1 ? cellRules(dataset, scope, others) : [];
  const rules = [rule, ...byCells, ...refitted(rule, dataset, { scope, ...others })];
  return rules.sort((a, b) => a.bits - b.bits);
}

/** Whether a rule is exact and so short that neither other edges nor a mistaken label would make it shorter. */
export function isShort({ nMistakes, bits }: Rule, nLabels: number): boolean {
  return nMistakes === 0 && bits <= Math.min(SHORT, LEAST_BITS + mistakeBits(1, nLabels));
}

/** A rule of a few cells, or of a sum of them, takes no more bits; one that makes up for the wrong edge does. */
const SHORT = 28;

/** Hardly any rule takes fewer bits than this. */
export const LEAST_BITS = 8;
