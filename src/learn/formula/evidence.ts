import type { Dataset } from "../../data/dataset.ts";
import type { Pool } from "../case-pool.ts";
import type { Feature } from "../feature/feature.ts";
import { valuesOf } from "../feature/values-of.ts";

/** Numbers to be explained, one for each case, and what may explain them. */
export interface Evidence {
  readonly pool: Pool;
  /** All of them sums. */
  readonly features: readonly Feature[];
  /** What is counted. */
  readonly counts: readonly Feature[];
  /** (cases): the target. */
  readonly targets: Float64Array;
  /** (features, cases). */
  readonly values: readonly Float64Array[];
}

/** Of a pool whose labels are integers; features are sums, then counts. Cost: sums times cases. */
export function evidenceOf(pool: Pool, all: readonly Feature[], dataset: Dataset): Evidence {
  const features = all.filter(isSum);
  const { classes } = dataset.target;
  return {
    pool,
    features,
    counts: all.filter((feature) => !isSum(feature)),
    targets: Float64Array.from(pool.labels, (label) => Number(classes[label])),
    values: features.map((feature) => valuesOf(feature, pool)),
  };
}

export function isSum({ at }: Feature): boolean {
  return at(0).kind === "sum";
}
