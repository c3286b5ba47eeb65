import type { Random } from "../math/random.ts";
import type { Example, Problem, Problems } from "./problem.ts";

type Concept = (x: readonly number[]) => boolean;

function draw(concept: Concept, n: number, random: Random): Example {
  const x = Array.from({ length: n }, () => random.bit());
  return { x: { x }, y: concept(x) ? 1 : 0 };
}

function wide(about: string, bits: number, samples: number, concept: Concept): Problem {
  const source = {
    kind: "drawn",
    draw: (_: number, random: Random) => draw(concept, bits, random),
  } as const;
  return { about, size: 0, largest: 0, samples, source };
}

const conjunction: Concept = (x) => x[2] === 1 && x[7] === 1 && x[11] === 0;

/** One sample in so many is positive. */
function rare(one: number, samples: number): Problem {
  const drawRare = (_: number, random: Random): Example => {
    const wanted = random.below(one) === 0 ? 1 : 0;
    let example = draw(conjunction, 20, random);
    while (example.y !== wanted) example = draw(conjunction, 20, random);
    return example;
  };
  return {
    about: `a conjunction of three among 20 bits, one in ${one} of the samples positive`,
    size: 0,
    largest: 0,
    samples,
    source: { kind: "drawn", draw: drawRare },
    // Among samples as rare as those of training hardly any positive one would be tested.
    tests: [
      {
        name: "2000 drawn, one in 8 positive",
        examples: (random) => Array.from({ length: 2000 }, () => draw(conjunction, 20, random)),
      },
    ],
  };
}

export const wideProblems: Problems = [
  [
    "three-rules",
    wide(
      "any of three conjunctions of three, among 50 bits",
      50,
      100_000,
      (x) =>
        (x[4] === 1 && x[17] === 1 && x[30] === 0) ||
        (x[8] === 1 && x[21] === 0 && x[42] === 1) ||
        (x[11] === 0 && x[25] === 1 && x[37] === 1),
    ),
  ],
  [
    "three-of-10000",
    wide(
      "a conjunction of three among 10,000 bits",
      10_000,
      2000,
      (x) => x[123] === 1 && x[4567] === 1 && x[8910] === 0,
    ),
  ],
  ["rare100", rare(101, 2000)],
  ["rare1000", rare(1001, 20_000)],
];
