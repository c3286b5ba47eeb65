import type { Rule } from "./rule.ts";

/** The same rule with the features only that it reads. */
export function renumbered(rule: Rule): Rule {
  const used = new Set<number>();
  for (const { terms } of rule.decisions) {
    for (const term of terms) for (const { feature } of term) used.add(feature);
  }
  const kept = [...used].sort((a, b) => a - b);
  const place = new Map(kept.map((feature, index) => [feature, index]));
  return {
    ...rule,
    features: kept.map((feature) => rule.features[feature]!),
    positions: kept.map((feature) => rule.positions[feature]!),
    decisions: rule.decisions.map(({ label, terms }) => ({
      label,
      terms: terms.map((term) =>
        term.map((test) => ({ ...test, feature: place.get(test.feature)! })),
      ),
    })),
  };
}
