import { type Pool, restrictedTo, spreadOverLabels } from "./case-pool.ts";
import type { Feature } from "./feature/feature.ts";
import { mistakesOf } from "./rule/labels-by.ts";
import type { Rule } from "./rule/rule.ts";
import { mistakeBits } from "./search/code-length.ts";
import { findRule, type RuleSearch } from "./search/find-rule.ts";
import { withinReach } from "./search/within-reach.ts";

/** Cases that a search looks at: enough to tell rules apart, few enough for some seconds. */
const MOST_CASES = 6000;

/** How often a rule that fails elsewhere is looked for again, with cases at which it failed. */
const MOST_ROUNDS = 4;

/**
 * The rule for a pool of any size: found on some of the cases, checked on all. Cases that it gets wrong
 * are added where exactness is asked for. Of many labels those only are described that are worth it.
 */
export function fitRule(
  pool: Pool,
  features: readonly Feature[],
  given: RuleSearch,
): Rule | undefined {
  const search = withinReach(pool, features, given);
  if (pool.cases.length <= MOST_CASES) return findRule(pool, features, search);
  let chosen = spreadOverLabels(pool, MOST_CASES);
  for (let round = 1; ; round++) {
    const rule = findRule(restrictedTo(pool, chosen), features, search);
    if (rule === undefined) return undefined;
    const wrong = mistakesOf(rule, pool);
    if (wrong.length === 0 || !search.isExact) {
      const rivals = (rule.rivals ?? []).map((rival) =>
        onAll(rival, mistakesOf(rival, pool).length, pool),
      );
      return { ...onAll(rule, wrong.length, pool), rivals };
    }
    if (round === MOST_ROUNDS) return undefined;
    const step = Math.max(1, Math.floor(wrong.length / MOST_ADDED));
    chosen = [...new Set([...chosen, ...wrong.filter((_, k) => k % step === 0)])];
  }
}

const MOST_ADDED = 500;

function onAll(rule: Rule, nMistakes: number, pool: Pool): Rule {
  const bits = rule.saidBits + mistakeBits(nMistakes, pool.cases.length);
  return { ...rule, nMistakes, bits };
}
