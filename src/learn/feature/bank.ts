import type { Dataset } from "../../data/dataset.ts";
import type { Scope } from "../scope.ts";
import { aroundFeatures } from "./around.ts";
import { arrayFeatures } from "./arrays.ts";
import { cellFeatures } from "./cells.ts";
import { countFeatures } from "./counts.ts";
import { endFeatures } from "./ends.ts";
import type { Feature } from "./feature.ts";
import { lawFeatures } from "./laws.ts";
import { lookupFeatures } from "./lookups.ts";
import { pairFeatures } from "./pairs.ts";
import { havePlaces, placeCounts, placeFeatures } from "./places.ts";
import { rankFeatures } from "./ranks.ts";
import { relationFeatures } from "./relations.ts";
import { runningFeatures } from "./running.ts";
import { haveWindows, windowFeatures } from "./windows.ts";

/** All that a rule may look at under a scope, near and simple things first. */
export function bankOf(dataset: Dataset, scope: Scope): Feature[] {
  switch (scope.kind) {
    case "shift":
      return [
        ...cellFeatures(dataset, scope),
        ...aroundFeatures(dataset, scope),
        ...runningFeatures(dataset),
        ...rankFeatures(dataset),
        ...placeFeatures(dataset, scope),
        ...endFeatures(dataset),
      ];
    case "alone":
      return [
        ...cellFeatures(dataset, scope),
        ...arrayFeatures(dataset),
        ...lawFeatures(dataset),
        ...countFeatures(dataset),
        ...pairFeatures(dataset),
        ...lookupFeatures(dataset),
      ];
    case "index":
      return relationFeatures(dataset, scope);
  }
}

/** The same, and counts of patterns: these are many, and worth a quick look, or one where all else says it in many words. */
export function bankWithPatterns(dataset: Dataset, scope: Scope): Feature[] {
  return [...bankOf(dataset, scope), ...(scope.kind === "alone" ? patternCounts(dataset) : [])];
}

/** How many windows look like this, and how many places stand out like that. */
export function patternCounts(dataset: Dataset): Feature[] {
  return [...windowFeatures(dataset), ...placeCounts(dataset)];
}

/** Does every input have patterns? Beside a few cells of another one it hardly ever says anything. */
export function havePatterns(dataset: Dataset): boolean {
  return haveWindows(dataset) || havePlaces(dataset);
}

/** Whether a feature is one of these. */
export function isPatternCount({ family }: Feature): boolean {
  return ["window", "place"].includes(family.split(" ")[0]!);
}
