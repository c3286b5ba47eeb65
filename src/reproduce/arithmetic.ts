import { countPythonTokens } from "../emit/python-tokens.ts";
import type { Example } from "../tasks/problem.ts";
import { arithmeticProblems, type SizedProblem } from "./arithmetic-problems.ts";
import type { Experiment, Settings, Unit } from "./experiment.ts";
import { text, value } from "./measurement.ts";
import { sideBySide, type Test } from "./side-by-side.ts";
import { streamOf } from "./stream.ts";

const LARGE = "learnt from three small sizes, run large: right answers";
const TOKENS = "tokens of the program for every size";
const PROGRAMS = "programs for every size";

/** Numbers of samples of one small size, with which each problem is tried. */
const SMALL: Readonly<
  Record<string, { readonly size: number; readonly counts: readonly number[] }>
> = {
  argmax: { size: 5, counts: [20, 40, 80, 320] },
  majority: { size: 9, counts: [32, 64, 128, 256] },
  parity: { size: 8, counts: [32, 64, 128, 192] },
  comparison: { size: 4, counts: [64, 128, 192] },
  carry: { size: 4, counts: [64, 128, 192] },
  addition: { size: 4, counts: [64, 128, 192] },
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
    "and the carry out of it alone, which we do not find for every size. First samples of one small size are shown, drawn at random, and as many others are asked. Then 130 samples of each of three sizes " +
    `(${SIZES.join(", ")}) are shown, and much larger inputs are asked; peers are given the same samples, with zeros after the smaller ones.`,
  panels: [
    ...arithmeticProblems.map(
      (problem) =>
        ({ what: smallPanel(problem), unit: "share", x: "samples", axis: "linear" }) as const,
    ),
    { what: LARGE, unit: "share", x: "problem and size", axis: "names" },
    { what: TOKENS, unit: "count", x: "problem" },
    { what: PROGRAMS, unit: "text", x: "problem" },
  ],
  units: (settings) => [
    ...arithmeticProblems.flatMap((problem) => small(problem, settings)),
    ...arithmeticProblems.filter(isLearntLarge).flatMap((problem) => large(problem, settings)),
  ],
};

/** The carry out alone is not found: what is carried on the way is not among the samples. */
function isLearntLarge({ name }: SizedProblem): boolean {
  return name !== "carry";
}

function smallPanel({ name }: SizedProblem): string {
  const { size } = SMALL[name]!;
  return `${name}, ${size} ${name === "argmax" ? "integers" : "bits"}: right answers`;
}

function small(problem: SizedProblem, { quick, seed }: Settings): Unit[] {
  const { name } = problem;
  const { size, counts } = SMALL[name]!;
  const seeds = quick ? [seed] : [seed, seed + 1];
  return seeds.flatMap((each) =>
    (quick ? counts.slice(-2, -1) : counts).flatMap((count) => {
      const at = { what: smallPanel(problem), x: count };
      return sideBySide({
        name: `${name}, ${count} samples of ${size}, seed ${each}`,
        effort: 1.5,
        seed: each,
        shown: () => [drawn(problem, { size, count, seed: each, use: "shown" })],
        tests: [
          { at, examples: () => drawn(problem, { size, count: 500, seed: each, use: "asked" }) },
        ],
        counts: "samples",
      });
    }),
  );
}

function large(problem: SizedProblem, { seed }: Settings): Unit[] {
  const { name, byHand } = problem;
  return sideBySide({
    name: `${name}, three sizes`,
    effort: 6,
    seed,
    shown: () => SIZES.map((size) => drawn(problem, { size, count: OF_EACH, seed, use: "shown" })),
    tests: FACTORS.map((factor): Test => {
      const size = factor * SIZES.at(-1)!;
      return {
        at: { what: LARGE, x: `${name} of ${size}` },
        examples: () => drawn(problem, { size, count: 200, seed, use: "asked" }),
      };
    }),
    counts: "samples",
    more: ({ source }) => [
      value({ what: TOKENS, series: "ours", x: name }, countPythonTokens(source.python!)),
      value({ what: TOKENS, series: "by hand", x: name }, countPythonTokens(byHand)),
      text({ what: PROGRAMS, series: "ours", x: name }, source.python!),
      text({ what: PROGRAMS, series: "by hand", x: name }, byHand),
    ],
  });
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
