import type { Random } from "../math/random.ts";
import type { Example, Problem, Problems } from "./problem.ts";

const VALUES = 10;

function integers(n: number, random: Random): number[] {
  return Array.from({ length: n }, () => random.below(VALUES));
}

function everyIntegers(n: number): number[][] {
  return Array.from({ length: VALUES ** n }, (_, number) =>
    Array.from({ length: n }, (_, k) => Math.floor(number / VALUES ** k) % VALUES),
  );
}

function argmax(x: readonly number[]): number {
  return x.indexOf(Math.max(...x));
}

function argmin(x: readonly number[]): number {
  return x.indexOf(Math.min(...x));
}

type Index = (x: readonly number[]) => number;

function indexProblem(about: string, samples: number, index: Index): Problem {
  const example = (x: readonly number[]): Example => ({ x: { x }, y: index(x) });
  return {
    about,
    size: 5,
    largest: 10_000,
    samples,
    source: { kind: "drawn", draw: (size, random) => example(integers(size, random)) },
    tests: [
      { name: "all of 5", examples: () => everyIntegers(5).map(example) },
      {
        name: "of 50",
        examples: (random) => Array.from({ length: 500 }, () => example(integers(50, random))),
      },
    ],
  };
}

export const indexProblems: Problems = [
  ["argmax", indexProblem("where is the largest of n integers, the first on a tie?", 40, argmax)],
  ["argmin", indexProblem("where is the smallest of n integers, the first on a tie?", 40, argmin)],
  [
    "argmax-noisy",
    {
      ...indexProblem("argmax, 5 % of the labels wrong", 400, argmax),
      mistakes: { share: 0.05, labels: (size) => Array.from({ length: size }, (_, k) => k) },
    },
  ],
  [
    "argmax-second",
    {
      about: "where is the largest of the second of two arrays?",
      size: 5,
      largest: 10_000,
      samples: 60,
      source: {
        kind: "drawn",
        draw: (size, random) => {
          const [a, b] = [integers(size, random), integers(size, random)];
          return { x: { a, b }, y: argmax(b) };
        },
      },
    },
  ],
];
