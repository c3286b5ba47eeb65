import type { Dataset } from "../data/dataset.ts";
import type { ShouldStop } from "../math/stop.ts";

/** How a window behaves at an array's border: it wraps round, reads zeros, or never gets there. */
export type Edge = "ring" | "zero" | "none";

export interface LearnOptions {
  /** `auto` lets the data decide, rings first. */
  readonly edge?: Edge | "auto";
  /** Share of the labels that may be wrong; `auto`, the default, lets the data decide. */
  readonly noise?: "auto" | number;
  /** Samples of the same problem at other sizes: a walk along the places has to say them, too. */
  readonly others?: readonly Dataset[];
  /** Learn nothing but what says the others as well: walks to one value, and rules of what has no size. */
  readonly isOfAllSizes?: boolean;
  /** Called now and then with what is being done. */
  readonly onProgress?: (step: string) => void;
  /** Asked now and then; true ends the search with the best network so far. */
  readonly shouldStop?: ShouldStop;
}
