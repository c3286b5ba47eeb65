/** One output to learn from flat numbers; it is never of one label alone. */
export interface RuleQuestion {
  /** (nSamples, width). */
  readonly x: readonly (readonly number[])[];
  /** (nSamples). */
  readonly y: readonly number[];
  /** (nAsked, width). */
  readonly asked: readonly (readonly number[])[];
  readonly seed: number;
}

/** What finds rules, each of which asks for some values at once. */
export interface RuleLearner {
  /** A label for each row that is asked. */
  readonly predict: (question: RuleQuestion) => Promise<readonly number[]>;
}

/** What finds few terms that say 1 for all rows with label 1 and for none with label 0. */
export interface Minimizer extends RuleLearner {
  /** How many terms it finds; rows that are not among the cases may have any label. */
  readonly countTerms: (cases: Pick<RuleQuestion, "x" | "y">) => Promise<number>;
}

export const RULE_PEERS = ["RIPPER", "espresso"] as const;

export type RulePeer = (typeof RULE_PEERS)[number];

/** Why espresso has no column where inputs are integers. */
export const BITS_ONLY = "takes bits only";
