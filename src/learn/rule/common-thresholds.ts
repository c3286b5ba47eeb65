import type { Pool } from "../case-pool.ts";
import type { Feature } from "../feature/feature.ts";
import { mistakesOf } from "./labels-by.ts";
import { mapTests, thresholdsBy } from "./map-tests.ts";
import type { Rule } from "./rule.ts";
import type { Test } from "./test.ts";

/**
 * The same rule with the usual threshold for all tests of a kind on features of a family, such as the sums
 * of rows, where that gets no more cases wrong: what is alike is said alike.
 */
export function withCommonThresholds(rule: Rule, pool: Pool): Rule {
  // Single cells, such as the columns of a table, need not be alike.
  const keyOf = ({ kind, feature }: Test): string | undefined =>
    isCell(rule.features[feature]!) ? undefined : `${rule.features[feature]!.family} ${kind}`;
  let best = rule;
  for (const [key, tests] of thresholdsBy(rule, keyOf)) {
    const value = mostUsual(tests.map((test) => test.value));
    if (tests.every((test) => test.value === value)) continue;
    const moved = mapTests(best, (test) => (keyOf(test) === key ? { ...test, value } : test));
    if (mistakesOf(moved, pool).length <= rule.nMistakes) best = moved;
  }
  return best;
}

/** Of equally usual numbers the smallest. */
function mostUsual(numbers: readonly number[]): number {
  const countOf = (number: number): number => numbers.filter((other) => other === number).length;
  return [...numbers].sort((a, b) => countOf(b) - countOf(a) || a - b)[0]!;
}

function isCell({ at }: Feature): boolean {
  const form = at(0);
  return form.kind === "sum" && form.columns.length < 2;
}
