import type { Dataset } from "../data/dataset.ts";
import { neverStop } from "../math/stop.ts";
import { poolOf, sampled } from "./case-pool.ts";
import { bankWithPatterns } from "./feature/bank.ts";
import { fitRule } from "./fit-rule.ts";
import type { LearnOptions } from "./options.ts";
import { mistakesOf } from "./rule/labels-by.ts";
import type { Rule } from "./rule/rule.ts";
import type { Scope } from "./scope.ts";

/** Cases at which a quick look is enough to find a short rule, or to see that there is none. */
const MOST_CASES = 1000;
const EFFORT = 0.1;

/** The exact rule that takes no more bits than some; none where a quick look does not find it. */
export function shortRulesOf(
  dataset: Dataset,
  scope: Scope,
  { mostBits, shouldStop = neverStop }: LearnOptions & { readonly mostBits: number },
): Rule[] {
  const pool = poolOf(dataset, scope);
  const search = { isExact: true, mostBits, effort: EFFORT, shouldStop };
  const rule = fitRule(sampled(pool, MOST_CASES), bankWithPatterns(dataset, scope), search);
  if (rule === undefined || rule.bits > mostBits) return [];
  return mistakesOf(rule, pool).length === 0 ? [rule] : [];
}
