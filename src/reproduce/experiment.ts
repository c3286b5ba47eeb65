import type { CircuitChecker } from "./circuit-checker.ts";
import type { Measurement } from "./measurement.ts";
import type { Panel } from "./panel.ts";
import type { Peers } from "./peers.ts";
import type { Minimizer, RuleLearner } from "./rule-peers.ts";
import type { SharingPeers } from "./sharing-peers.ts";

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

/** What the peers of a unit are made with. */
export type Package = "sklearn" | "torch" | "weka" | "abc";

/** Work that is done once and remembered by its name, which tells its settings. */
export interface Unit {
  readonly name: string;
  /** About how many seconds it takes; only how units compare matters. */
  readonly effort: number;
  /** A package without which it is left out. */
  readonly needs?: Package;
  readonly measure: (context: Context) => Promise<Measurement[]> | Measurement[];
}

export interface Context extends Settings {
  /** scikit-learn, where it is installed. */
  readonly sklearn?: Peers;
  /** torch, where it is installed. */
  readonly torch?: SharingPeers;
  /** RIPPER of Weka, where it is installed. */
  readonly weka?: RuleLearner;
  /** ABC, where it is installed. */
  readonly abc?: CircuitChecker;
  /** Comes with this package. */
  readonly espresso: Minimizer;
  /** Lets what waits have its turn. */
  readonly rest: () => Promise<void>;
  /** Seconds since some moment. */
  readonly now: () => number;
}
