import type { Unit } from "./experiment.ts";
import { peerTest } from "./flat.ts";
import { type At, value } from "./measurement.ts";
import { allCases } from "./tree-unit.ts";

/** How many terms espresso finds that are right for all cases of a problem of bits. */
export function termsUnit(task: string, at: Omit<At, "series">): Unit {
  return {
    name: `${task}, terms of all cases`,
    effort: 0.5,
    measure: async ({ espresso }) => {
      const { x, y } = peerTest(allCases(task));
      const terms = await espresso.countTerms({ x, y: y.map(([label]) => label!) });
      return [value({ ...at, series: "terms of espresso" }, terms)];
    },
  };
}
