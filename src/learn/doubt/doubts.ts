import type { Dataset } from "../../data/dataset.ts";
import type { Network } from "../../enn/network.ts";
import type { Label } from "../../math/label.ts";
import type { NestedOf } from "../../math/shape.ts";

/** What the samples leave open. */
export interface Doubts {
  /** Other rules that fit about as well, fewest bits first. */
  readonly rivals: readonly Rival[];
  /** Inputs that no sample shows; their targets are empty. */
  readonly probes: Dataset;
  /** Those probes whose labels would settle most, each given those before it. */
  readonly questions: readonly number[];
}

/** A rule that fits the samples about as well as the one that was learnt, and differs elsewhere. */
export interface Rival {
  readonly network: Network;
  /** Bits that it takes more, or fewer where they are negative. */
  readonly moreBits: number;
  /** An input on which the two differ, as a JSON object. */
  readonly input: string;
  /** What the learnt rule says there. */
  readonly learnt: NestedOf<Label>;
  /** What this one says there. */
  readonly rival: NestedOf<Label>;
}
