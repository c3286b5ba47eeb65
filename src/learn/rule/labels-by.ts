import type { Pool } from "../case-pool.ts";
import { valuesOf } from "../feature/values-of.ts";
import type { Rule } from "./rule.ts";
import { passes } from "./test.ts";

/** (cases): the label that a rule gives to each. */
export function labelsBy(rule: Rule, pool: Pool): Int32Array {
  const values = rule.features.map((feature) => valuesOf(feature, pool));
  return Int32Array.from(pool.cases, (_, k) => {
    for (const { label, terms } of rule.decisions) {
      const isHit = terms.some((term) =>
        term.every((test) => passes(test, values[test.feature]![k]!)),
      );
      if (isHit) return label;
    }
    return rule.otherwise;
  });
}

/** The cases, by their position in the pool, that a rule gets wrong. */
export function mistakesOf(rule: Rule, pool: Pool): number[] {
  const labels = labelsBy(rule, pool);
  return [...labels.keys()].filter((k) => labels[k] !== pool.labels[k]);
}
