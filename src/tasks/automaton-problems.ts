import type { Random } from "../math/random.ts";
import { nest } from "../math/shape.ts";
import { elementaryStep } from "./elementary.ts";
import type { Border, Frame } from "./frame.ts";
import { cylinderStep, lifeStep } from "./life.ts";
import type { Example, Mistakes, Problem, Problems, TestFamily } from "./problem.ts";

const flips: Mistakes = { share: 0.05, labels: () => [0, 1] };

/** Rows of cells and their successors by an elementary rule, tested on rows of other lengths too. */
export function rowProblem(rule: number, border: Border): Problem {
  const draw = (size: number, random: Random): Example => {
    const x = bits(size, random);
    return { x: { x }, y: elementaryStep(rule, x, border) };
  };
  const tests = [20, 21, 200].map(
    (size): TestFamily => ({
      name: `of ${size} cells`,
      examples: (random) => Array.from({ length: 100 }, () => draw(size, random)),
    }),
  );
  const beyond = border === "ring" ? "on a ring" : "between zeros";
  return {
    about: `elementary rule ${rule} ${beyond}, whole rows`,
    size: 20,
    largest: 10_000,
    samples: 5,
    source: { kind: "drawn", draw },
    tests,
  };
}

type Step = (frame: Frame) => number[][];

function frameProblem(about: string, step: Step): Problem {
  const draw = ([rows, columns]: readonly [number, number], random: Random): Example => {
    const x = nest(bits(rows * columns, random), [rows, columns]) as Frame;
    return { x: { x }, y: step(x) };
  };
  const sizes = [
    [16, 16],
    [20, 20],
    [7, 9],
  ] as const;
  return {
    about,
    size: 16,
    largest: 500,
    samples: 3,
    source: { kind: "drawn", draw: (size, random) => draw([size, size], random) },
    tests: sizes.map((size) => ({
      name: `of ${size.join("x")}`,
      examples: (random) => Array.from({ length: 5 }, () => draw(size, random)),
    })),
  };
}

/** Frames of cells and their successors by the Game of Life on a torus. */
export const lifeProblem = frameProblem("the Game of Life on a torus, whole frames", (x) =>
  lifeStep(x, "ring"),
);

export const automatonProblems: Problems = [
  [
    "rule30-noisy",
    {
      ...rowProblem(30, "ring"),
      about: "rule 30, 5 % of the successors' bits flipped",
      samples: 40,
      mistakes: flips,
    },
  ],
  [
    "life-noisy",
    {
      ...lifeProblem,
      about: "the Game of Life, 5 % of the successors' cells flipped",
      samples: 10,
      mistakes: flips,
    },
  ],
  ["rule110-zero", rowProblem(110, "zero")],
  [
    "life-cylinder",
    frameProblem("the Game of Life, round to the other side along rows only", cylinderStep),
  ],
];

function bits(n: number, random: Random): number[] {
  return Array.from({ length: n }, () => random.bit());
}
