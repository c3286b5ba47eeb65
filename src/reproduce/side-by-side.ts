import type { Distilled } from "../distill.ts";
import type { Example } from "../tasks/problem.ts";
import type { Unit } from "./experiment.ts";
import { batchOf, peerTest, programTest, widthOf } from "./flat.ts";
import { learnProgram, type Shown } from "./learn-program.ts";
import { type At, cannot, type Measurement, share, value } from "./measurement.ts";
import { padded } from "./padded.ts";
import { peerUnit } from "./peer-unit.ts";
import type { PeerQuestion, Score } from "./peers.ts";
import type { RulePeer } from "./rule-peers.ts";
import { ruleUnit } from "./rule-unit.ts";
import { scoreProgram } from "./score-program.ts";
import type { SharingKind } from "./sharing-peers.ts";
import { sharingUnit } from "./sharing-unit.ts";

/** One training set, given to us and to the peers, and what is asked afterwards. */
export interface Trial {
  /** Of the units; it tells everything that matters. */
  readonly name: string;
  /** About how many seconds we take. */
  readonly effort: number;
  readonly seed: number;
  readonly shown: () => Shown;
  readonly tests: readonly Test[];
  /** Whether each number counts, or only answers that are right as a whole. */
  readonly counts: keyof Score;
  /** The network that someone who knows the symmetry of the problem would train; undefined where there is none. */
  readonly shares?: SharingKind;
  /** How often it is trained, where one training set tells little of its luck; else once. */
  readonly starts?: number;
  /** Peers that find rules, one output after the other; undefined where outputs are too many. */
  readonly rules?: readonly RulePeer[];
  /** What else there is to say of what we learnt. */
  readonly more?: (distilled: Distilled) => Measurement[];
}

export interface Test {
  /** Where its share of right answers belongs. */
  readonly at: Omit<At, "series">;
  readonly examples: () => readonly Example[];
}

/** Ours beside the peers on the same samples. */
export function sideBySide(trial: Trial): Unit[] {
  return [ours(trial), ...peers(trial), ...sharing(trial)];
}

/** Ours alone. */
export function ours({ name, effort, shown, tests, counts, more }: Trial): Unit {
  return {
    name,
    effort,
    measure: async () => {
      const distilled = await learnProgram(shown(), "f");
      const shares = tests.map(({ at, examples }) => {
        const tested = examples().map(programTest);
        const score = distilled === undefined ? NONE : scoreProgram(distilled.program, tested);
        return measured({ ...at, series: "ours" }, score, { counts, of: tested.length });
      });
      return [...shares, ...(distilled === undefined ? [] : (more?.(distilled) ?? []))];
    },
  };
}

/** Those of flat numbers. */
function peers(trial: Trial): Unit[] {
  const { name, effort, rules = [] } = trial;
  const work = { name, effort, ...flatWork(trial) };
  return [peerUnit(work), ...rules.map((peer) => ruleUnit({ ...work, peer }))];
}

interface FlatWork {
  readonly question: () => PeerQuestion;
  readonly measure: (series: string, scores: readonly Score[]) => Measurement[];
}

/** Tests of another size than is shown are not asked: they cannot be answered. */
function flatWork({ seed, shown, tests, counts }: Trial): FlatWork {
  const widthShown = (): number => Math.max(...shown().map(([first]) => widthOf(first!)));
  const fits = ({ examples }: Test): boolean => widthOf(examples()[0]!) === widthShown();
  return {
    question: () => ({
      ...peerTest(padded(shown())),
      tests: tests.filter(fits).map(({ examples }) => peerTest(examples())),
      seed,
    }),
    measure: (series, scores) => {
      const left = scores[Symbol.iterator]();
      return tests.map((test) => {
        const at = { ...test.at, series };
        if (fits(test)) {
          return measured(at, left.next().value!, { counts, of: test.examples().length });
        }
        return cannot(at, `takes ${widthShown()} numbers only`);
      });
    },
  };
}

/** The network that shares its weights, which takes every size. */
export function sharing(trial: Trial): Unit[] {
  const { name, effort, seed, shown, tests, counts, shares, starts = 1 } = trial;
  if (shares === undefined) return [];
  return Array.from({ length: starts }, (_, start) =>
    sharingUnit({
      name: starts === 1 ? name : `${name}, start ${start + 1}`,
      kind: shares,
      effort,
      question: () => ({
        shown: shown().map(batchOf),
        tests: tests.map(({ examples }) => batchOf(examples())),
        seed: seed + start,
      }),
      measure: (series, scores) =>
        tests.map(({ at, examples }, k) =>
          measured({ ...at, series }, scores[k]!, { counts, of: examples().length }),
        ),
    }),
  );
}

const NONE: Score = { cells: 0, samples: 0 };

/** Answers as a whole are trials of their own; the numbers of one answer are not. */
function measured(
  at: At,
  score: Score,
  { counts, of }: { readonly counts: keyof Score; readonly of: number },
): Measurement {
  return counts === "cells" ? value(at, score.cells) : share(at, score.samples, of);
}
