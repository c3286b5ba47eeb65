import { countPythonTokens } from "../emit/python-tokens.ts";
import type { Example } from "../tasks/problem.ts";
import { arithmeticProblems, type SizedProblem } from "./arithmetic-problems.ts";
import type { Experiment, Settings, Unit } from "./experiment.ts";
import { text, value } from "./measurement.ts";
import { otherNetworks } from "./other-networks.ts";
import { cannotAt } from "./peer-unit.ts";
import { BITS_ONLY, RULE_PEERS } from "./rule-peers.ts";
import { sideBySide, type Test } from "./side-by-side.ts";
import { streamOf } from "./stream.ts";

const LARGER = "learnt from one small size, run larger: right answers";
const LARGE = "learnt from three small sizes, run large: right answers";
const TOKENS = "tokens of the program for every size";
const PROGRAMS = "programs for every size";

interface Small {
  readonly size: number;
  /** Numbers of samples. */
  readonly counts: readonly number[];
  /** A size at which what was learnt is run too; without it the samples do not tell what is right there. */
  readonly larger?: number;
}

/** The small size with which each problem is tried. Of nine bits, at least five may be five or more than half. */
const SMALL: Readonly<Record<string, Small>> = {
  argmax: { size: 5, counts: [20, 40, 80, 320], larger: 50 },
  majority: { size: 9, counts: [32, 64, 128, 256] },
  parity: { size: 8, counts: [32, 64, 128, 192], larger: 80 },
  comparison: { size: 4, counts: [64, 128, 192], larger: 16 },
  carry: { size: 4, counts: [64, 128, 192], larger: 16 },
  addition: { size: 4, counts: [64, 128, 192], larger: 16 },
};

const SIZES = [8, 9, 11];
/** Samples of each of the sizes. */
const OF_EACH = 130;
const FACTORS = [1, 10, 50];

export const arithmetic: Experiment = {
  name: "arithmetic",
  title: "Arithmetic and counting",
  about:
    "Argmax of integers below 10 (the first on a tie), majority and parity of bits, comparison of two binary numbers, the whole sum, " +
    "and the carry out of it alone. First samples of one small size are shown, drawn at random, and 500 others are asked; " +
    "what was learnt is then run at a larger size, where the samples tell what is right there: of nine bits, at least five may be five or more than half. " +
    `Then 130 samples of each of three sizes (${SIZES.join(", ")}) are shown, and much larger inputs are asked; peers are given the same samples, with zeros after the smaller ones. ` +
    "A GRU of 8 or 16 units takes every size as it is: it reads a bit, or one of each number, at a time, from the end that counts least, and " +
    "answers after the last, for the whole sum at each place. For argmax, one layer of 16 or 32 units scores every integer alike, and the largest score is the answer. " +
    "RIPPER (JRip of Weka) finds lists of rules that compare integers, or ask for bits; Espresso finds few products of bits that say all samples, " +
    "where what is not shown may be either, and takes bits of one small size only. Both learn each bit of the sum by itself.",
  panels: [
    ...arithmeticProblems.map(
      (problem) =>
        ({ what: smallPanel(problem), unit: "share", x: "samples", axis: "linear" }) as const,
    ),
    { what: LARGER, unit: "share", x: "problem, size and samples", axis: "names" },
    { what: LARGE, unit: "share", x: "problem and size", axis: "names" },
    { what: TOKENS, unit: "count", x: "problem" },
    { what: PROGRAMS, unit: "text", x: "problem" },
  ],
  units: (settings) => [
    ...arithmeticProblems.flatMap((problem) => small(problem, settings)),
    ...arithmeticProblems.flatMap((problem) => large(problem, settings)),
  ],
};

function smallPanel({ name }: SizedProblem): string {
  const { size } = SMALL[name]!;
  return `${name}, ${size} ${name === "argmax" ? "integers" : "bits"}: right answers`;
}

function small(problem: SizedProblem, { quick, seed }: Settings): Unit[] {
  const { name, shares } = problem;
  const { size, counts, larger } = SMALL[name]!;
  const seeds = quick ? [seed] : [seed, seed + 1];
  // One number of samples is enough to see what becomes of larger sizes.
  const enough = counts.at(-2)!;
  const place = `${name} of ${larger}, ${enough} of ${size}`;
  const units = seeds.flatMap((each) =>
    (quick ? [enough] : counts).flatMap((count) => {
      const test = (at: Test["at"], of: number): Test => ({
        at,
        examples: () => drawn(problem, { size: of, count: 500, seed: each, use: "asked" }),
      });
      const isRunLarger = larger !== undefined && count === enough;
      return sideBySide({
        name: `${name}, ${count} samples of ${size}, seed ${each}${isRunLarger ? `, run at ${larger}` : ""}`,
        effort: 1.5,
        seed: each,
        shown: () => [drawn(problem, { size, count, seed: each, use: "shown" })],
        tests: [
          test({ what: smallPanel(problem), x: count }, size),
          ...(isRunLarger ? [test({ what: LARGER, x: place }, larger)] : []),
        ],
        counts: "samples",
        shares,
        rules: areBits(problem) ? RULE_PEERS : ["RIPPER"],
      });
    }),
  );
  if (larger === undefined) return units;
  const others = otherNetworks({ what: LARGER, name: place, shares, places: [place] });
  return [...units, others, ...(areBits(problem) ? [] : [notForEspresso(place)])];
}

function areBits({ name }: SizedProblem): boolean {
  return name !== "argmax";
}

function notForEspresso(place: string): Unit {
  return {
    name: `${place}, espresso`,
    effort: 0,
    measure: () => cannotAt(LARGER, "espresso", { places: [place], reason: BITS_ONLY }),
  };
}

function large(problem: SizedProblem, { seed }: Settings): Unit[] {
  const { name, byHand, shares } = problem;
  const tests = FACTORS.map((factor): Test => {
    const size = factor * SIZES.at(-1)!;
    return {
      at: { what: LARGE, x: `${name} of ${size}` },
      examples: () => drawn(problem, { size, count: 200, seed, use: "asked" }),
    };
  });
  const units = sideBySide({
    name: `${name}, three sizes`,
    effort: 6,
    seed,
    shown: () => SIZES.map((size) => drawn(problem, { size, count: OF_EACH, seed, use: "shown" })),
    tests,
    counts: "samples",
    shares,
    rules: ["RIPPER"],
    more: ({ source }) => [
      value({ what: TOKENS, series: "ours", x: name }, countPythonTokens(source.python!)),
      value({ what: TOKENS, series: "by hand", x: name }, countPythonTokens(byHand)),
      text({ what: PROGRAMS, series: "ours", x: name }, source.python!),
      text({ what: PROGRAMS, series: "by hand", x: name }, byHand),
    ],
  });
  const places = tests.map(({ at }) => `${at.x}`);
  return [...units, otherNetworks({ what: LARGE, name: `${name}, three sizes`, shares, places })];
}

interface Draw {
  readonly size: number;
  readonly count: number;
  readonly seed: number;
  readonly use: "shown" | "asked";
}

function drawn({ name, draw }: SizedProblem, { size, count, seed, use }: Draw): Example[] {
  const random = streamOf(seed, `${name} of ${size}, ${use}`);
  return Array.from({ length: count }, () => draw(size, random));
}
