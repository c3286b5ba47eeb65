import type { Rule } from "./rule.ts";
import type { Test } from "./test.ts";

/** The same rule with other tests in the places of its own. */
export function mapTests(rule: Rule, change: (test: Test) => Test): Rule {
  const decisions = rule.decisions.map(({ label, terms }) => ({
    label,
    terms: terms.map((term) => term.map(change)),
  }));
  return { ...rule, decisions };
}

/** All tests of a rule, in order. */
export function testsOf({ decisions }: Rule): Test[] {
  return decisions.flatMap(({ terms }) => terms.flat());
}

/** The tests of thresholds that have a key, by it. */
export function thresholdsBy(
  rule: Rule,
  keyOf: (test: Test) => string | undefined,
): Map<string, Test[]> {
  const groups = new Map<string, Test[]>();
  for (const test of testsOf(rule)) {
    if (test.kind !== "above" && test.kind !== "not-above") continue;
    const key = keyOf(test);
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  return groups;
}
