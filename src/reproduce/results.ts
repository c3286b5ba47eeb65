import type { Experiment } from "./experiment.ts";
import type { Panel } from "./panel.ts";
import type { Row } from "./row.ts";

/** What results.json holds. */
export interface Results {
  readonly made: Made;
  readonly experiments: readonly Found[];
}

/** How results came about. Equal versions and seeds give equal rows, but for those in seconds. */
export interface Made {
  readonly version: string;
  readonly seed: number;
  readonly quick: boolean;
  /** Of scikit-learn; undefined where there was none, and columns are missing. */
  readonly sklearn?: string;
  /** Of torch, likewise. */
  readonly torch?: string;
  /** Of Weka, likewise. */
  readonly weka?: string;
  /** Of ABC, likewise. */
  readonly abc?: string;
  /** Processor, cores, memory and version of Node. */
  readonly machine: string;
}

export interface Found extends Pick<Experiment, "name" | "title" | "about"> {
  readonly panels: readonly FoundPanel[];
}

export interface FoundPanel extends Panel {
  readonly rows: readonly Row[];
}
