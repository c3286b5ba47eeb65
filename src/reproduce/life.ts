import { LIFE, type OuterTotalistic, randomRule, ruleName } from "../tasks/outer-totalistic.ts";
import { shuffle } from "../tasks/shuffle.ts";
import { BY_HAND } from "./by-hand.ts";
import type { Experiment, Settings, Unit } from "./experiment.ts";
import { hiddenCases } from "./hidden-cases.ts";
import { framesOf, patchesOf } from "./life-tests.ts";
import { text } from "./measurement.ts";
import { RULE_PEERS } from "./rule-peers.ts";
import { ours, sharing, sideBySide, type Trial } from "./side-by-side.ts";
import { streamOf } from "./stream.ts";

const PATCHES = "the Game of Life: right patches of those not shown";
const RULES = "random rules: right patches of those not shown";
const FRAMES = "the Game of Life: right cells, learnt from 3 frames of 16x16";
const RULE_FRAMES = "random rules: right cells, learnt from 3 frames of 16x16";
const PROGRAMS = "the program of whole frames";

const SHOWN = 256;
export const life: Experiment = {
  name: "life",
  title: "Game of Life and outer-totalistic rules",
  about:
    "Patches of 3x3 cells show what becomes of the cell in the middle; some of the 512 are shown, the others are asked. " +
    "Frames are whole states on a torus; nobody is told that cells look at their neighbours, nor that the border wraps round. " +
    "The CNN is told both by its circular convolution of 3x3 cells; it is trained three times. " +
    "RIPPER (JRip of Weka) finds lists of rules for patches; Espresso finds few products of cells that say all patches shown, where " +
    "others may be either. Logic gates are 4 or 6 layers of 256, each of which learns what it computes of two bits; the last ones vote. " +
    "Random rules decide each of their 18 cases by chance: born or not, and living on or not, with 0 to 8 neighbours.",
  panels: [
    { what: PATCHES, unit: "share", x: "patches shown", axis: "linear" },
    { what: RULES, unit: "share", x: "patches shown" },
    { what: FRAMES, unit: "share", x: "frame" },
    { what: RULE_FRAMES, unit: "share", x: "frame" },
    { what: PROGRAMS, unit: "text", x: "rule" },
  ],
  units: (settings) => [
    ...hiddenCases({
      what: PATCHES,
      name: "life patches",
      cases: patchesOf(LIFE),
      counts: settings.quick ? [96, SHOWN] : [64, 96, 128, SHOWN, 384],
      settings,
      effort: 2,
      gatesAt: [96, SHOWN],
    }),
    ...randomRules(settings),
    ...frames(settings),
  ],
};

/** Peers see one rule of ten. */
function randomRules({ quick, seed }: Settings): Unit[] {
  return rules(quick ? 4 : 200, seed).flatMap((rule, k) => {
    const name = ruleName(rule);
    const cases = shuffle(patchesOf(rule), streamOf(seed, name));
    const trial: Trial = {
      name: `${name}, ${SHOWN} patches`,
      effort: 2.5,
      seed,
      shown: () => [cases.slice(0, SHOWN)],
      tests: [{ at: { what: RULES, x: SHOWN }, examples: () => cases.slice(SHOWN) }],
      counts: "samples",
      rules: RULE_PEERS,
    };
    return k % 10 === 0 ? sideBySide(trial) : [ours(trial)];
  });
}

function frames({ quick, seed }: Settings): Unit[] {
  const others = rules(quick ? 0 : 6, seed).flatMap((rule) => {
    const other = frameTrial(rule, { what: RULE_FRAMES, seed });
    return [ours(other), ...sharing(other)];
  });
  const trial = frameTrial(LIFE, { what: FRAMES, seed });
  return [
    ...sideBySide({
      ...trial,
      more: ({ source }) => [
        text({ what: PROGRAMS, series: "ours", x: "Game of Life" }, source.python!),
        text({ what: PROGRAMS, series: "textbook", x: "Game of Life" }, BY_HAND.life),
      ],
    }),
    ...others,
  ];
}

function frameTrial(
  rule: OuterTotalistic,
  { what, seed }: { readonly what: string; readonly seed: number },
): Trial {
  const name = ruleName(rule);
  const sides = [16, 50, 200];
  return {
    name: `${name}, 3 frames`,
    effort: 25,
    seed,
    shown: () => [framesOf(rule, { count: 3, side: 16 }, streamOf(seed, `${name}, frames`))],
    tests: sides.map((side) => ({
      at: { what, x: `${side}x${side}` },
      examples: () => framesOf(rule, { count: 5, side }, streamOf(seed, `${name}, ${side}`)),
    })),
    counts: "cells",
    shares: "torus",
    starts: 3,
  };
}

function rules(count: number, seed: number): OuterTotalistic[] {
  const random = streamOf(seed, "outer-totalistic rules");
  return Array.from({ length: count }, () => randomRule(random));
}
