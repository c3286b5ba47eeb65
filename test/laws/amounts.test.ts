import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { distillSizes } from "../../src/distill-sizes.ts";
import { Random } from "../../src/math/random.ts";
import { type DrawnProblem, type Inputs, samplesOf } from "./drawn-problem.ts";

/** A number that elements add up to, drawn at a size. */
interface Problem extends DrawnProblem {
  readonly python: string;
}

interface Pair {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

interface Beside {
  readonly q: number;
  readonly x: readonly number[];
}

const list = (length: number, random: Random, below = 6): number[] =>
  Array.from({ length }, () => random.below(below));

const pair = (size: number, random: Random): Inputs => ({
  a: list(size, random),
  b: list(size, random),
});

const weighted = (size: number, random: Random): Inputs => ({
  a: list(size, random),
  b: list(size, random, 2),
});

const beside = (size: number, random: Random): Inputs => ({
  q: random.below(6),
  x: list(size, random),
});

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

const PROBLEMS: readonly (readonly [string, Problem])[] = [
  [
    "how far two lists are apart",
    {
      draw: pair,
      answer: ({ a, b }: Pair) => total(a.map((each, k) => Math.abs(each - b[k]!))),
      python: "sum(abs(p - q) for p, q in zip(a, b))",
    },
  ],
  [
    "how far a list is above another one",
    {
      draw: pair,
      answer: ({ a, b }: Pair) => total(a.map((each, k) => Math.max(0, each - b[k]!))),
      python: "sum(max(p - q, 0) for p, q in zip(a, b))",
    },
  ],
  [
    "the weights of what is chosen",
    {
      draw: weighted,
      answer: ({ a, b }: Pair) => total(a.map((each, k) => each * b[k]!)),
      python: "sum(p * q for p, q in zip(a, b))",
    },
  ],
  [
    "how many are above a number",
    {
      draw: beside,
      answer: ({ q, x }: Beside) => x.filter((each) => each > q).length,
      python: "sum(value > q for value in x)",
    },
  ],
  [
    "how far all are from a number",
    {
      draw: beside,
      answer: ({ q, x }: Beside) => total(x.map((each) => Math.abs(each - q))),
      python: "sum(abs(q - value) for value in x)",
    },
  ],
  [
    "how far a list goes up and down",
    {
      draw: (size, random) => ({ x: list(size, random) }),
      answer: ({ x }: Beside) => total(x.slice(1).map((each, k) => Math.abs(each - x[k]!))),
      python: "sum(abs(b - a) for a, b in zip(x, x[1:]))",
    },
  ],
];

describe("what elements add up to", () => {
  it.each(PROBLEMS)("%s is one program for all sizes", async (_, problem) => {
    const datasets = [4, 6].map((size) => samplesOf(problem, size, 60));
    const { program, verdict, source } = await distillSizes(datasets, { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expect(source.python).toContain(`return ${problem.python}\n`);
    const random = new Random(0);
    for (const size of [2, 3, 5, 9]) {
      for (let trial = 0; trial < 40; trial++) {
        const x = problem.draw(size, random);
        expect(evaluate(program, x)).toEqual(problem.answer(x as never));
      }
    }
  });
});
