import type { AnyNetwork } from "../enn/network.ts";
import type { Doubts } from "./doubt/doubts.ts";

/** A network that fits the samples, offered to the ladder, which keeps the one with the shortest program. */
export interface Candidate {
  readonly network: AnyNetwork;
  /** Description length of network and mistakes, in bits; candidates are ranked by it. */
  readonly bits: number;
  /** Description length of the mistakes alone, in bits. */
  readonly mistakeBits: number;
  /** Share of the samples' target elements that the network predicts, 0 to 1. */
  readonly accuracy: number;
  /** Number of samples with any wrong element. */
  readonly mistakes: number;
  /** Those samples, ascending. */
  readonly mistaken: readonly number[];
  /** How it treats places: one sentence, such as `one function at every place of a ring`. */
  readonly sharing: string;
  /** What the data leave open beside unseen cases: one sentence each. */
  readonly open: readonly string[];
  /** Other rules that fit about as well, and what to ask to tell them apart: worth finding of the one that is kept. */
  readonly doubts: () => Doubts;
}
