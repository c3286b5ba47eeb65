import { distill } from "../distill.ts";
import { countPythonTokens } from "../emit/python-tokens.ts";
import type { Program } from "../program/program.ts";
import { bitProblems } from "../tasks/bit-problems.ts";
import { cnnOn } from "./automata-cnn.ts";
import { MANY_STATES, manyStates } from "./automata-many-states.ts";
import { EXACT, LARGER, MOST_STATES, OVER_STEPS, RIGHT, STEPS } from "./automata-places.ts";
import {
  datasetOfStates,
  first,
  fresh,
  LENGTH,
  programTests,
  randomStates,
  rollOut,
  type States,
} from "./automata-tests.ts";
import { peersToldTheWindow, TOLD } from "./automata-windows.ts";
import type { Experiment, Settings, Unit } from "./experiment.ts";
import { casesOf, hiddenCases } from "./hidden-cases.ts";
import { type Measurement, text, value } from "./measurement.ts";
import { cannotAt, peerUnit, valuesAt } from "./peer-unit.ts";
import { answersOf, scoreProgram } from "./score-program.ts";
import { streamOf } from "./stream.ts";
import { TEXTBOOK_RULES } from "./textbook-rules.ts";

const TOKENS = "tokens of the program";
const PROGRAMS = "programs";
const AT_ONCE = "all 256 rules at once: right rows of those not shown";

export const automata: Experiment = {
  name: "automata",
  title: "Elementary cellular automata",
  about:
    "Each rule is learnt from N random states of a ring of 20 cells and their successors. Ours is told nothing else; " +
    "peers see the 20 raw cells and predict all 20 of the next state. A rule is exact if 200 fresh states of 20 cells and, " +
    "for ours and the CNN, 20 of 100 and 3 of 1,000 cells are right in every cell; other peers only have to be right at 20 cells. " +
    "The CNN is told by its circular convolution that all cells follow one rule of three cells; of five, if that does better on parts of " +
    "twelve states or more. " +
    "Peers that are told the three cells get what a convolution is built on; without it they have to find each cell by itself. " +
    "RIPPER (JRip of Weka) finds lists of rules; Espresso finds few products of bits that say all samples, where what is not shown " +
    "may be either. They are told the three cells as well, and are asked about all 256 rules at once.",
  panels: [
    { what: EXACT, unit: "share", x: "states", axis: "linear" },
    { what: TOLD, unit: "share", x: "states", axis: "linear" },
    { what: RIGHT, unit: "share", x: "cells", axis: "names" },
    { what: MANY_STATES, unit: "share", x: "states", axis: "log" },
    { what: TOKENS, unit: "count", x: "rules" },
    { what: AT_ONCE, unit: "share", x: "rows shown", axis: "log" },
    { what: PROGRAMS, unit: "text", x: "rule" },
  ],
  units: (settings) => [
    ...rulesOf(settings).flatMap((rule) => unitsOf(rule, settings)),
    ...manyStates(settings),
    ...allAtOnce(settings),
  ],
};

function rulesOf({ quick }: Settings): number[] {
  const rules = Array.from({ length: 256 }, (_, rule) => rule).filter((rule) => !isConstant(rule));
  return quick ? rules.filter((rule) => rule % 32 === 30) : rules;
}

/** What never changes is refused: there is nothing to learn. */
function isConstant(rule: number): boolean {
  return rule === 0 || rule === 255;
}

function unitsOf(rule: number, { quick, seed }: Settings): Unit[] {
  const counts = quick ? [2, MOST_STATES] : [1, 2, 3, MOST_STATES];
  const isForPeers = rule % (quick ? 64 : 16) === (quick ? 30 : 14);
  return counts.flatMap((count) => {
    const given = (): States =>
      first(
        randomStates(rule, { count: MOST_STATES, length: LENGTH }, streamOf(seed, `rule ${rule}`)),
        count,
      );
    const name = `rule ${rule}, ${count} states`;
    const ours: Unit = { name, effort: 0.5, measure: () => measureOurs(rule, given(), seed) };
    if (!isForPeers) return [ours];
    const told = peersToldTheWindow({ rule, given, count, seed });
    return [
      ours,
      peersOn(rule, given, { name, seed }),
      cnnOn(rule, given, { name, seed }),
      ...told,
    ];
  });
}

async function measureOurs(rule: number, given: States, seed: number): Promise<Measurement[]> {
  const count = given.x.length;
  const at = { series: "ours", x: count };
  // One label alone is nothing to learn from.
  if (new Set(given.y.flat()).size < 2) return [value({ what: EXACT, ...at }, 0)];
  const { program, source } = await distill(datasetOfStates(given), { name: `rule${rule}` });
  const lengths = [LENGTH, ...LARGER];
  const scores = lengths.map((length) =>
    scoreProgram(program, programTests(fresh(rule, length, seed))),
  );
  const isExact = scores.every(({ samples }) => samples === 1);
  const exact = value({ what: EXACT, ...at }, isExact ? 1 : 0);
  if (count < MOST_STATES) return [exact];
  return [
    exact,
    ...valuesAt(RIGHT, "ours", [
      ...lengths.map((length, k) => [length, scores[k]!.cells] as const),
      [OVER_STEPS, overSteps(program, rule, seed)],
    ]),
    ...(isExact
      ? [value({ what: TOKENS, series: "ours", x: "all" }, countPythonTokens(source.python!))]
      : []),
    ...programsOf(rule, source.python!),
  ];
}

function programsOf(rule: number, python: string): Measurement[] {
  const formula = TEXTBOOK_RULES.get(rule);
  if (formula === undefined) return [];
  return [
    text({ what: PROGRAMS, series: "ours", x: `rule ${rule}` }, python),
    text({ what: PROGRAMS, series: "textbook", x: `rule ${rule}` }, formula),
  ];
}

/** Share of cells that are right over a hundred steps from five states. */
function overSteps(program: Program, rule: number, seed: number): number {
  const start = first(fresh(rule, LENGTH, seed), 5);
  const { y } = rollOut(rule, start, STEPS);
  let states = start.x;
  let right = 0;
  for (let step = 0; step < STEPS; step++) {
    states = states.map((state) => [
      ...answersOf(program, [{ shape: [LENGTH], data: Float64Array.from(state) }]),
    ]);
    right += states.reduce(
      (sum, state, k) =>
        sum + state.filter((cell, i) => cell === y[step * start.x.length + k]![i]).length,
      0,
    );
  }
  return right / (STEPS * start.x.length * LENGTH);
}

function peersOn(
  rule: number,
  given: () => States,
  { name, seed }: { readonly name: string; readonly seed: number },
): Unit {
  return peerUnit({
    name,
    effort: 1.5,
    question: () => {
      const states = given();
      const tested = fresh(rule, LENGTH, seed);
      const over = states.x.length < MOST_STATES ? [] : [rollOut(rule, first(tested, 5), STEPS)];
      return { ...states, seed, tests: [tested, ...over] };
    },
    measure: (series, scores) => {
      const count = given().x.length;
      const [next, over] = scores;
      const exact = value({ what: EXACT, series, x: count }, next!.samples === 1 ? 1 : 0);
      if (count < MOST_STATES) return [exact];
      return [
        exact,
        ...valuesAt(RIGHT, series, [[LENGTH, next!.cells]]),
        ...cannotAt(RIGHT, series, { places: LARGER, reason: "takes 20 cells only" }),
        ...valuesAt(RIGHT, series, [[OVER_STEPS, over!.cells]]),
      ];
    },
  });
}

function allAtOnce(settings: Settings): readonly Unit[] {
  const [, problem] = bitProblems.find(([name]) => name === "all-rules")!;
  return hiddenCases({
    what: AT_ONCE,
    name: "all rules at once",
    cases: casesOf(problem),
    counts: settings.quick ? [192] : [64, 128, 192, 256, 512],
    settings,
    effort: 8,
  });
}
