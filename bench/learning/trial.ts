import type { Dataset } from "../../src/data/dataset.ts";
import { countPythonTokens } from "../../src/emit/python-tokens.ts";
import { type Learnt, learntFrom, type Seconds } from "./learnt-from.ts";
import { shareRight, type TestSet } from "./tested.ts";

/** One training set: what was learnt, and the share of each test set that it answers right. */
export interface Trial {
  readonly shares: ReadonlyMap<string, number>;
  readonly seconds: Seconds;
  readonly tokens: number | undefined;
  /** The program, or why there is none. */
  readonly said: string;
  /** How many sentences say what the data leave open. */
  readonly open: number;
}

const MOST_SECONDS = 60;

/** The ladder on one training set. */
export async function tryOn(dataset: Dataset, tests: readonly TestSet[]): Promise<Trial> {
  const learnt = await learntFrom(dataset, MOST_SECONDS);
  const shares = new Map(tests.map((test) => [test.name, shareOf(learnt, test)]));
  const { seconds } = learnt;
  if (learnt.kind === "none") {
    return { shares, seconds, tokens: undefined, said: learnt.reason, open: 0 };
  }
  const { source, candidate } = learnt.distilled;
  const said = source.python!;
  return { shares, seconds, tokens: countPythonTokens(said), said, open: candidate.open.length };
}

function shareOf(learnt: Learnt, test: TestSet): number {
  return learnt.kind === "program" ? shareRight(learnt.distilled.program, test) : 0;
}
