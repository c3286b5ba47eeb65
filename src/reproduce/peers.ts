/** Inputs to answer, and the right answers; with `steps` each answer is the next input, so many times. */
export interface PeerTest {
  /** (nTests, width). */
  readonly x: readonly (readonly number[])[];
  /** (steps * nTests, outputs): all after the first step, then all after the second. */
  readonly y: readonly (readonly number[])[];
  readonly steps?: number;
}

/** One training set and what to try on what was learnt. */
export interface PeerQuestion {
  /** (nSamples, width). */
  readonly x: readonly (readonly number[])[];
  /** (nSamples, outputs). */
  readonly y: readonly (readonly number[])[];
  readonly tests: readonly PeerTest[];
  readonly seed: number;
}

/** Shares that are right: of all numbers, and of tests of which every number is. */
export interface Score {
  readonly cells: number;
  readonly samples: number;
}

export const PEER_NAMES = ["tree", "forest", "MLP", "1-NN", "logistic"] as const;

export type PeerName = (typeof PEER_NAMES)[number];

/** Learners that people would use instead, each tuned over a small grid on the training set alone. */
export interface Peers {
  /** A score for each test. */
  readonly ask: (question: PeerQuestion) => Promise<Readonly<Record<PeerName, readonly Score[]>>>;
  /** How many lines a decision tree is printed in that is right for all cases. */
  readonly treeLines: (cases: Omit<PeerQuestion, "tests">) => Promise<number>;
}
