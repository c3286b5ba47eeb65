import type { Pool } from "../case-pool.ts";
import type { Feature } from "../feature/feature.ts";
import { labelsBy } from "./labels-by.ts";
import type { Rule } from "./rule.ts";
import type { Test } from "./test.ts";

/**
 * The same rule with the usual threshold for all tests of a kind on features of a family, such as the sums
 * of rows, where that gets no more cases wrong: what is alike is said alike.
 */
export function withCommonThresholds(rule: Rule, pool: Pool): Rule {
  let best = rule;
  for (const tests of alikeTests(rule)) {
    const counts = new Map<number, number>();
    for (const { value } of tests) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (counts.size < 2) continue;
    const [usual] = [...counts].sort(([a, n], [b, m]) => m - n || a - b)[0]!;
    const moved = withThreshold(best, kindOf(tests[0]!, rule), usual);
    if (countMistakes(moved, pool) <= rule.nMistakes) best = moved;
  }
  return best;
}

function alikeTests(rule: Rule): Test[][] {
  const groups = new Map<string, Test[]>();
  for (const test of rule.decisions.flatMap(({ terms }) => terms.flat())) {
    if (test.kind !== "above" && test.kind !== "not-above") continue;
    // Single cells, such as the columns of a table, need not be alike.
    if (isCell(rule.features[test.feature]!)) continue;
    const key = kindOf(test, rule);
    groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  return [...groups.values()];
}

function isCell({ at }: Feature): boolean {
  const form = at(0);
  return form.kind === "sum" && form.columns.length < 2;
}

function kindOf({ kind, feature }: Test, { features }: Rule): string {
  return `${features[feature]!.family} ${kind}`;
}

function withThreshold(rule: Rule, kind: string, value: number): Rule {
  const decisions = rule.decisions.map(({ label, terms }) => ({
    label,
    terms: terms.map((term) =>
      term.map((test) => (kindOf(test, rule) === kind ? { ...test, value } : test)),
    ),
  }));
  return { ...rule, decisions };
}

function countMistakes(rule: Rule, pool: Pool): number {
  const labels = labelsBy(rule, pool);
  return labels.reduce((count, label, k) => count + (label === pool.labels[k] ? 0 : 1), 0);
}
