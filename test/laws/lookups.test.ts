import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/answer.ts";
import { distill } from "../../src/distill.ts";
import { distillSizes } from "../../src/distill-sizes.ts";
import { Random } from "../../src/math/random.ts";
import { some } from "../thorough.ts";
import { type DrawnProblem, type Inputs, samplesOf } from "./drawn-problem.ts";

function bits(length: number, random: Random): number[] {
  return Array.from({ length }, () => random.bit());
}

const numberOf = (digits: readonly number[]): number =>
  digits.reduce((number, bit) => 2 * number + bit, 0);

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

interface Addressed {
  readonly address: readonly number[];
  readonly data: readonly number[];
}

interface Picked {
  readonly k: number;
  readonly x: readonly number[];
}

const addressed = (size: number, random: Random): Inputs => ({
  address: bits(size, random),
  data: bits(2 ** size, random),
});

const picked =
  (first: number, most: number) =>
  (size: number, random: Random): Inputs => ({
    k: first + random.below(size),
    x: Array.from({ length: size }, () => random.below(most)),
  });

const PROBLEMS: readonly (readonly [string, DrawnProblem])[] = [
  [
    "the bit at an address",
    { draw: addressed, answer: ({ address, data }: Addressed) => data[numberOf(address)]! },
  ],
  [
    "the bit at an address from the end",
    { draw: addressed, answer: ({ address, data }: Addressed) => data.at(-1 - numberOf(address))! },
  ],
  ["the number at a place", { draw: picked(0, 10), answer: ({ k, x }: Picked) => x[k]! }],
  ["the k-th bit", { draw: picked(1, 2), answer: ({ k, x }: Picked) => x[k - 1]! }],
  [
    "is the number at a place large?",
    { draw: picked(0, 10), answer: ({ k, x }: Picked) => (x[k]! >= 6 ? 1 : 0) },
  ],
  [
    "what a table says for how many are 1",
    {
      draw: (size, random) => ({
        address: bits(size, random),
        data: bits(size + 1, random),
      }),
      answer: ({ address, data }: Addressed) => data[sum(address)]!,
    },
  ],
];

describe("what is looked up", () => {
  it.each(PROBLEMS.slice(0, 3))("%s is learnt from a few samples", async (_, problem) => {
    const { program, verdict } = await distill(samplesOf(problem, 4, 40), { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expectRight(problem, program, [4]);
  });

  it.each(some(PROBLEMS))("%s is one program for all sizes", async (_, problem) => {
    const datasets = [3, 4].map((size) => samplesOf(problem, size, 60));
    const { program, verdict } = await distillSizes(datasets, { name: "f" });
    expect(verdict.kind).toBe("equivalent");
    expectRight(problem, program, [2, 3, 5, 7]);
  });
});

function expectRight(
  { draw, answer }: DrawnProblem,
  program: Parameters<typeof evaluate>[0],
  sizes: readonly number[],
): void {
  const random = new Random(0);
  for (const size of sizes) {
    for (let trial = 0; trial < 40; trial++) {
      const x = draw(size, random);
      expect(evaluate(program, x)).toEqual(answer(x as never));
    }
  }
}
