import type { Dataset } from "../../src/data/dataset.ts";
import { countPythonTokens } from "../../src/emit/python-tokens.ts";
import type { Program } from "../../src/program/program.ts";
import { learntFrom, type Seconds } from "./learnt-from.ts";
import { shareRight, type TestSet } from "./tested.ts";

/** One training set: what was learnt, and the share of each test set that it answers right. */
export interface Trial {
  readonly shares: Shares;
  /** The same for rules that are named beside the one that was learnt. */
  readonly rivals: readonly Shares[];
  readonly seconds: Seconds;
  readonly tokens: number | undefined;
  /** The program, or why there is none. */
  readonly said: string;
  /** How many sentences say what the data leave open. */
  readonly open: number;
}

/** By the name of the test set. */
export type Shares = ReadonlyMap<string, number>;

const MOST_SECONDS = 60;

/** The ladder on one training set. */
export async function tryOn(dataset: Dataset, tests: readonly TestSet[]): Promise<Trial> {
  const learnt = await learntFrom(dataset, MOST_SECONDS);
  const sharesOf = (program: Program): Shares =>
    new Map(tests.map((test) => [test.name, shareRight(program, test)]));
  const { seconds } = learnt;
  if (learnt.kind === "none") {
    const shares = new Map(tests.map(({ name }) => [name, 0]));
    return { shares, rivals: [], seconds, tokens: undefined, said: learnt.reason, open: 0 };
  }
  const { source, candidate, program, rivals } = learnt.distilled;
  const said = source.python!;
  return {
    shares: sharesOf(program),
    rivals: rivals.map((rival) => sharesOf(rival.program)),
    seconds,
    tokens: countPythonTokens(said),
    said,
    open: candidate.open.length + rivals.length,
  };
}
