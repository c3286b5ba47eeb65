import type { Dataset } from "../../data/dataset.ts";
import type { Pool } from "../case-pool.ts";
import type { Feature } from "../feature/feature.ts";
import { valuesOf } from "../feature/values-of.ts";

/** Numbers to be explained, one for each case, and what may explain them. */
export interface Evidence {
  readonly pool: Pool;
  /** All of them sums. */
  readonly features: readonly Feature[];
  /** (cases): the target. */
  readonly targets: Float64Array;
  /** (features, cases). */
  readonly values: readonly Float64Array[];
}

/** Of a pool whose labels are integers. Cost: features times cases. */
export function evidenceOf(pool: Pool, features: readonly Feature[], dataset: Dataset): Evidence {
  const { classes } = dataset.target;
  return {
    pool,
    features,
    targets: Float64Array.from(pool.labels, (label) => Number(classes[label])),
    values: features.map((feature) => valuesOf(feature, pool)),
  };
}
