import type { Dataset } from "../../data/dataset.ts";
import { unlabelledPool } from "../case-pool.ts";
import { valuesOf } from "../feature/values-of.ts";
import type { Found } from "../found.ts";
import { mapTests, thresholdsBy } from "../rule/map-tests.ts";
import type { Rule } from "../rule/rule.ts";
import type { Test } from "../rule/test.ts";

/**
 * The same rules with a threshold moved to an end of its gap: where integers between two that were seen
 * never occur, the data do not say on which side they belong.
 */
export function withMovedThresholds(found: Found, dataset: Dataset): Found[] {
  const [first] = found.rules;
  const isShared = found.rules.every(({ rule }) => rule === first!.rule);
  if (isShared) {
    const moved = movedIn(first!.rule, dataset, found.rules.length);
    return moved.map((rule) => ({
      ...found,
      rules: found.rules.map(({ place }) => ({ rule, place })),
    }));
  }
  return found.rules.flatMap(({ rule, place }, output) =>
    movedIn(rule, dataset, 1).map((moved) => ({
      ...found,
      rules: found.rules.with(output, { rule: moved, place }),
    })),
  );
}

function movedIn(rule: Rule, dataset: Dataset, nPlaces: number): Rule[] {
  const pool = unlabelledPool(dataset, nPlaces);
  return alikeTests(rule).flatMap((tests) => {
    const threshold = tests[0]!.value;
    const seen = tests.map(({ feature }) => valuesOf(rule.features[feature]!, pool));
    return endsOfGap(threshold, seen)
      .filter((end) => end !== threshold)
      .map((value) => mapTests(rule, (test) => (tests.includes(test) ? { ...test, value } : test)));
  });
}

/** Thresholds of integers that say the same about features of one family are moved together. */
function alikeTests(rule: Rule): Test[][] {
  const groups = thresholdsBy(rule, ({ feature, kind, value }) => {
    const { family, isInteger } = rule.features[feature]!;
    return isInteger ? `${family} ${kind} ${value}` : undefined;
  });
  return [...groups.values()];
}

/** Half above the largest value that is not above the threshold, and half below the smallest that is. */
function endsOfGap(threshold: number, seen: readonly Float64Array[]): number[] {
  let low = -Infinity;
  let high = Infinity;
  for (const values of seen) {
    for (const value of values) {
      if (value <= threshold) low = Math.max(low, value);
      else high = Math.min(high, value);
    }
  }
  return [low + 0.5, high - 0.5].filter(Number.isFinite);
}
