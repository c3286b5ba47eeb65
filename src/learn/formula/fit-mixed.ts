import { valuesOf } from "../feature/values-of.ts";
import type { Evidence } from "./evidence.ts";
import { extremesIn } from "./fit-extreme.ts";
import { fitSum } from "./fit-linear.ts";
import type { Formula, MixedTerm } from "./formula.ts";

/** Sums of more numbers of different kinds than this are not looked for. */
const MOST_TERMS = 3;

/** A sum of counts, of extremes of arrays, and of what a plain sum may look at: `max(x) - min(x)`. */
export function fitMixed(evidence: Evidence): Formula | undefined {
  const { features, values, counts, pool, targets } = evidence;
  const terms: Omit<MixedTerm, "weight">[] = [
    ...counts.map((_, k) => ({ feature: features.length + k, of: "value" as const })),
    ...features.map((_, feature) => ({ feature, of: "value" as const })),
  ];
  const columns = [...counts.map((count) => valuesOf(count, pool)), ...values];
  for (const feature of features.keys()) {
    for (const of of ["largest", "smallest"] as const) {
      const column = extremesIn(of, evidence, feature);
      if (column === undefined) continue;
      terms.push({ feature, of });
      columns.push(column);
    }
  }
  const sum = fitSum(targets, columns, MOST_TERMS);
  return (
    sum && {
      kind: "mixed",
      constant: sum.constant,
      terms: sum.terms.map(({ feature, weight }) => ({ ...terms[feature]!, weight })),
    }
  );
}
