import type { PeerTest, Score } from "./peers.ts";

/**
 * What a network is told by how its weights are shared: cells of a ring or a torus follow one rule, a pattern may be
 * anywhere in a picture, a sequence is read place by place, or its elements are scored alike. Layers of gates share
 * nothing: they are told that some gates of two bits each make the answer.
 */
export type SharingKind =
  | "ring"
  | "torus"
  | "picture"
  | "sequence"
  | "sequence from its end"
  | "elements"
  | "gates";

/** Samples of one size. */
export interface Batch extends PeerTest {
  /** Of each input: arrays, then their length or their rows and columns. */
  readonly shape: readonly number[];
}

/** One training set and what to try on the network that was trained. */
export interface SharingQuestion {
  readonly kind: SharingKind;
  /** A batch for each size. */
  readonly shown: readonly Batch[];
  readonly tests: readonly Batch[];
  /** Else the best of a small grid is looked for, on the training set alone, and trained for twice as long. */
  readonly isQuick: boolean;
  readonly seed: number;
}

/** Networks that are built for the problem by someone who knows its symmetry, or that it is one of bits. */
export interface SharingPeers {
  /** A score for each test. */
  readonly ask: (question: SharingQuestion) => Promise<readonly Score[]>;
}

/** The column of each kind. */
export const SHARING_SERIES: Readonly<Record<SharingKind, string>> = {
  ring: "CNN",
  torus: "CNN",
  picture: "CNN",
  sequence: "GRU",
  "sequence from its end": "GRU",
  elements: "shared scores",
  gates: "logic gates",
};
