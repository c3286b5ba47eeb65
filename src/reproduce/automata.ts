import { distill } from "../distill.ts";
import { countPythonTokens } from "../emit/python-tokens.ts";
import type { Program } from "../program/program.ts";
import { bitProblems } from "../tasks/bit-problems.ts";
import {
  datasetOfStates,
  programTests,
  randomStates,
  rollOut,
  type States,
} from "./automata-tests.ts";
import { casesExperiment } from "./cases.ts";
import type { Experiment, Settings, Unit } from "./experiment.ts";
import { type Measurement, text, value } from "./measurement.ts";
import { cannotAt, peerUnit, valuesAt } from "./peer-unit.ts";
import { answersOf, scoreProgram } from "./score-program.ts";
import { streamOf } from "./stream.ts";
import { TEXTBOOK_RULES } from "./textbook-rules.ts";

const EXACT = "rules learnt exactly";
const RIGHT = "right cells, learnt from 5 states of 20 cells";
const LARGER_PEERS = "right states of 20 cells, from many states";
const TOKENS = "tokens of the program";
const PROGRAMS = "programs";
const AT_ONCE = "all 256 rules at once: right rows of those not shown";

const LENGTH = 20;
const MOST_STATES = 5;
const STEPS = 100;
const OVER_STEPS = `20, ${STEPS} steps`;
const LARGER = [100, 1000];

export const automata: Experiment = {
  name: "automata",
  title: "Elementary cellular automata",
  about:
    "Each rule is learnt from N random states of a ring of 20 cells and their successors. Ours is told nothing else; " +
    "peers see the 20 raw cells and predict all 20 of the next state. A rule is exact if 200 fresh states of 20 cells and, " +
    "for ours, 20 of 100 and 3 of 1,000 cells are right in every cell; peers only have to be right at 20 cells.",
  panels: [
    { what: EXACT, unit: "share", x: "states", axis: "linear" },
    { what: RIGHT, unit: "share", x: "cells", axis: "names" },
    { what: LARGER_PEERS, unit: "share", x: "states", axis: "log" },
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
    return isForPeers ? [ours, peersOn(rule, given, { name, seed })] : [ours];
  });
}

function first({ x, y }: States, count: number): States {
  return { x: x.slice(0, count), y: y.slice(0, count) };
}

function fresh(rule: number, length: number, seed: number): States {
  const count = length === LENGTH ? 200 : length === 100 ? 20 : 3;
  return randomStates(rule, { count, length }, streamOf(seed, `rule ${rule}, fresh, ${length}`));
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

/** How many states peers need. */
function manyStates({ quick, seed }: Settings): Unit[] {
  const rules = quick ? [30] : [30, 90, 110, 184];
  const counts = quick ? [20, 100] : [20, 50, 100, 200, 500];
  return rules.flatMap((rule) =>
    counts.map((count) => {
      const name = `rule ${rule}, ${count} states`;
      const given = (): States =>
        randomStates(rule, { count, length: LENGTH }, streamOf(seed, `rule ${rule}, many`));
      return peerUnit({
        name,
        effort: 0.15 * count,
        question: () => ({ ...given(), seed, tests: [fresh(rule, LENGTH, seed)] }),
        measure: (series, [score]) => valuesAt(LARGER_PEERS, series, [[count, score!.samples]]),
      });
    }),
  );
}

function allAtOnce(settings: Settings): readonly Unit[] {
  const [, problem] = bitProblems.find(([name]) => name === "all-rules")!;
  return casesExperiment({
    what: AT_ONCE,
    name: "all rules at once",
    problem,
    counts: settings.quick ? [192] : [64, 128, 192, 256, 512],
    settings,
    effort: 8,
  });
}
