import type { Dataset } from "../../data/dataset.ts";
import type { Scope } from "../scope.ts";
import { aroundFeatures } from "./around.ts";
import { arrayFeatures } from "./arrays.ts";
import { cellFeatures } from "./cells.ts";
import { countFeatures } from "./counts.ts";
import type { Feature } from "./feature.ts";
import { lawFeatures } from "./laws.ts";
import { pairFeatures } from "./pairs.ts";
import { rankFeatures } from "./ranks.ts";
import { relationFeatures } from "./relations.ts";
import { runningFeatures } from "./running.ts";
import { windowFeatures } from "./windows.ts";

/** All that a rule may look at under a scope, near and simple things first. */
export function bankOf(dataset: Dataset, scope: Scope): Feature[] {
  switch (scope.kind) {
    case "shift":
      return [
        ...cellFeatures(dataset, scope),
        ...aroundFeatures(dataset, scope),
        ...runningFeatures(dataset),
        ...rankFeatures(dataset),
      ];
    case "alone":
      return [
        ...cellFeatures(dataset, scope),
        ...arrayFeatures(dataset),
        ...lawFeatures(dataset),
        ...countFeatures(dataset),
        ...pairFeatures(dataset),
      ];
    case "index":
      return relationFeatures(dataset, scope);
  }
}

/** The same, and windows: these are many, and worth a quick look, or one where all else explains little. */
export function bankWithWindows(dataset: Dataset, scope: Scope): Feature[] {
  return [...bankOf(dataset, scope), ...(scope.kind === "alone" ? windowFeatures(dataset) : [])];
}
