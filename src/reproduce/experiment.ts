import type { Measurement } from "./measurement.ts";
import type { Panel } from "./panel.ts";
import type { Peers } from "./peers.ts";

/** One of the published experiments: what is measured, unit by unit, and how it is shown. */
export interface Experiment {
  /** As it is typed. */
  readonly name: string;
  readonly title: string;
  /** What is done, in a few sentences. */
  readonly about: string;
  readonly panels: readonly Panel[];
  readonly units: (settings: Settings) => readonly Unit[];
}

export interface Settings {
  /** Fewer seeds and smaller sizes. */
  readonly quick: boolean;
  readonly seed: number;
}

/** Work that is done once and remembered by its name, which tells its settings. */
export interface Unit {
  readonly name: string;
  /** About how many seconds it takes; only how units compare matters. */
  readonly effort: number;
  /** Units for peers are left out where there are none. */
  readonly needsPeers?: true;
  readonly measure: (context: Context) => Promise<Measurement[]> | Measurement[];
}

export interface Context extends Settings {
  /** scikit-learn, where it is installed; units that need it are not started otherwise. */
  readonly peers?: Peers;
  /** Lets what waits have its turn. */
  readonly rest: () => Promise<void>;
  /** Seconds since some moment. */
  readonly now: () => number;
}
