import { type Pool, restrictedTo, spreadOverLabels } from "../case-pool.ts";
import type { Feature } from "../feature/feature.ts";
import { savedAtFirst } from "./cover.ts";
import type { RuleSearch } from "./find-rule.ts";
import { literalsOf } from "./literals.ts";
import { questionAbout } from "./question.ts";

/** So many labels are described whatever a first look says, each with all the work. */
const FEW_LABELS = 4;

/** In fewer cases all labels are described in no time. */
const FEW_CASES = 50;

/** Cases at which a first look is enough to find what saves bits, or to see that nothing does. */
const MOST_CASES = 1000;

/** Cases around which terms may be grown for all descriptions together. */
const MOST_SEEDS = 48;

/** Bits that a description has to save: fewer are saved now and then where there is no rule. */
const LEAST_SAVED = 4;

/**
 * The search for a rule of many labels: described are those only of which a first look finds a description
 * that is shorter than to name their cases one by one, and these share the work. With few labels, few
 * cases, or where every case must come out right, it stays as it is.
 *
 * Cost: one growth of terms on some of the cases for each label.
 */
export function withinReach(
  pool: Pool,
  features: readonly Feature[],
  search: RuleSearch,
): RuleSearch {
  const present = [...new Set(pool.labels)].sort((a, b) => a - b);
  if (present.length <= FEW_LABELS || pool.cases.length < FEW_CASES) return search;
  if (search.isExact || search.described !== undefined) return search;
  const some = restrictedTo(pool, spreadOverLabels(pool, MOST_CASES));
  const seen = { literals: literalsOf(some, features), cases: [...some.labels.keys()] };
  const look = { ...search, effort: search.effort / present.length };
  const described = present.filter((label) => {
    const saved = savedAtFirst(questionAbout(label, some, seen), look);
    return saved >= LEAST_SAVED;
  });
  const nDescribed = Math.max(1, described.length);
  const mostSeeds = Math.ceil((search.effort * MOST_SEEDS) / nDescribed);
  return { ...search, described, mostSeeds, effort: search.effort / nDescribed };
}
