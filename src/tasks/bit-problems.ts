import { bitsOf, everyBits, numberOf } from "./every-bits.ts";
import { lifeStep } from "./life.ts";
import type { Example, Problem, Problems } from "./problem.ts";

/** The rule's element k is what a neighbourhood becomes that writes k: 4 left + 2 centre + right. */
function allRules(): Example[] {
  return everyBits(8).flatMap((rule) =>
    everyBits(3).map((cells) => ({ x: { rule, cells }, y: rule[numberOf(cells)]! })),
  );
}

/** What becomes of the middle cell of nine. */
function lifePatches(): Example[] {
  return everyBits(9).map((cells) => {
    const patch = [cells.slice(0, 3), cells.slice(3, 6), cells.slice(6)];
    return { x: { patch }, y: lifeStep(patch, "zero")[1]![1]! };
  });
}

/** Two numbers, the highest bit first. */
function greater(bits: number): Example[] {
  return everyBits(2 * bits).map((both) => {
    const [a, b] = [both.slice(0, bits), both.slice(bits)];
    return { x: { a, b }, y: numberOf(a) > numberOf(b) ? 1 : 0 };
  });
}

/** Address bits, the highest first, and the bit of the data that they point to. */
function multiplexer(addressBits: number): Example[] {
  return everyBits(addressBits + 2 ** addressBits).map((all) => {
    const [address, data] = [all.slice(0, addressBits), all.slice(addressBits)];
    return { x: { address, data }, y: data[numberOf(address)]! };
  });
}

function ofOnes(
  about: string,
  size: number,
  samples: number,
  y: (ones: number, n: number) => number,
) {
  const cases = (n: number): Example[] =>
    everyBits(n).map((x) => ({ x: { x }, y: y(numberOfOnes(x), n) }));
  return {
    about,
    size,
    largest: 16,
    samples,
    source: { kind: "cases", cases },
  } as const satisfies Problem;
}

function numberOfOnes(x: readonly number[]): number {
  return x.reduce((sum, bit) => sum + bit, 0);
}

const CARRIERS = [1, 4, 9, 13, 16];

export const bitProblems: Problems = [
  [
    "all-rules",
    {
      about: "what any elementary automaton makes of three cells: its eight bits are an input",
      size: 0,
      largest: 0,
      samples: 256,
      source: { kind: "cases", cases: allRules },
    },
  ],
  [
    "life-patches",
    {
      about: "the Game of Life, one cell and its eight neighbours",
      size: 0,
      largest: 0,
      samples: 128,
      source: { kind: "cases", cases: lifePatches },
    },
  ],
  ["majority", ofOnes("are most bits 1?", 9, 64, (ones, n) => (2 * ones > n ? 1 : 0))],
  ["parity", ofOnes("is the number of ones odd?", 8, 64, (ones) => ones % 2)],
  ["count-ones", ofOnes("how many bits are 1?", 6, 48, (ones) => ones)],
  [
    "greater",
    {
      about: "is one binary number greater than another?",
      size: 4,
      largest: 8,
      samples: 128,
      source: { kind: "cases", cases: greater },
    },
  ],
  [
    "multiplexer6",
    {
      about: "the one of four bits to which two bits point",
      size: 0,
      largest: 0,
      samples: 56,
      source: { kind: "cases", cases: () => multiplexer(2) },
    },
  ],
  [
    "multiplexer11",
    {
      about: "the one of eight bits to which three bits point",
      size: 0,
      largest: 0,
      samples: 512,
      source: { kind: "cases", cases: () => multiplexer(3) },
    },
  ],
  [
    "three-of-five",
    {
      about: "are at least three of five bits 1, among 20 of which 15 do not matter?",
      size: 0,
      largest: 0,
      samples: 300,
      source: {
        kind: "drawn",
        draw: (_, random) => {
          const x = bitsOf(random.below(2 ** 20), 20);
          return { x: { x }, y: numberOfOnes(CARRIERS.map((k) => x[k]!)) >= 3 ? 1 : 0 };
        },
      },
    },
  ],
];
