import type { Random } from "../../src/math/random.ts";
import { afterRun, bits, integers, type SizedProblem } from "./problem.ts";

type Bits = readonly number[];

interface Sequence {
  readonly name: string;
  readonly answer: (x: Bits) => unknown;
  /** The expression, or the lines, that an expert would return for `x`. */
  readonly byHand: string;
  readonly draw?: (length: number, random: Random) => number[];
}

function problem({ name, answer, byHand, draw = bits }: Sequence): SizedProblem {
  const body = byHand.includes("return ") ? byHand : `    return ${byHand}`;
  return {
    name,
    sizes: [8, 9, 11],
    byHand: `def f(x):\n${body}\n`,
    draw: (size, random) => {
      const x = draw(size, random);
      return { x, y: answer(x) };
    },
  };
}

const sum = (x: Bits): number => x.reduce((total, value) => total + value, 0);

/** What is known at every place, from what was known before it and the value there. */
const running =
  (step: (known: number, value: number) => number, start: number) =>
  (x: Bits): number[] => {
    let known = start;
    return x.map((value) => {
      known = step(known, value);
      return known;
    });
  };

const few = (length: number, random: Random): number[] => bits(length, random, 2 / length);
const digits = (length: number, random: Random): number[] => integers(length, random, 8);

function plusOne(x: Bits): number[] {
  let carry = 1;
  return x.map((bit) => {
    const total = bit + carry;
    carry = total >> 1;
    return total & 1;
  });
}

/** Half of them read the same backwards; of the others most differ at one place. */
function nearPalindrome(length: number, random: Random): number[] {
  const x = bits(length, random);
  for (let k = 0; 2 * k < length; k++) x[length - 1 - k] = x[k]!;
  if (random.bit() === 1) x[random.below(length)]! ^= 1;
  return x;
}

/** Brackets, 1 open and 0 closed, that close more than was opened now and then. */
function brackets(length: number, random: Random): number[] {
  let depth = 0;
  return Array.from({ length }, () => {
    const isOpen = depth === 0 ? random.below(2 * length) > 0 : random.bit() === 1;
    depth += isOpen ? 1 : -1;
    return isOpen ? 1 : 0;
  });
}

function nearSorted(length: number, random: Random): number[] {
  const x = digits(length, random).sort((a, b) => a - b);
  if (random.bit() === 1) x[random.below(length)] = random.below(8);
  return x;
}

function nearCount(count: number) {
  return (length: number, random: Random): number[] => {
    const x = new Array<number>(length).fill(0);
    const ones = Math.min(length, Math.max(0, count - 2 + random.below(5)));
    for (let k = 0; k < ones; k++) x[random.below(length)] = 1;
    return x;
  };
}

/** Counts near a half. */
function balanced(length: number, random: Random): number[] {
  const x = bits(length, random);
  for (let tries = 0; tries < length; tries++) {
    const difference = 2 * sum(x) - length;
    if (Math.abs(difference) <= 1 + random.below(4)) break;
    x[random.below(length)] = difference > 0 ? 0 : 1;
  }
  return x;
}

export const SEQUENCES: readonly SizedProblem[] = [
  problem({ name: "reverse", answer: (x) => [...x].reverse(), byHand: "x[::-1]" }),
  problem({ name: "rotate", answer: (x) => [...x.slice(1), x[0]], byHand: "x[1:] + x[:1]" }),
  problem({ name: "shift", answer: (x) => [0, ...x.slice(0, -1)], byHand: "[0] + x[:-1]" }),
  problem({
    name: "gray code",
    answer: (x) => x.map((bit, k) => bit ^ (x[k - 1] ?? 0)),
    byHand: "[a ^ b for a, b in zip([0] + x, x)]",
  }),
  problem({
    name: "prefix xor",
    answer: running((known, bit) => known ^ bit, 0),
    byHand: "[sum(x[: i + 1]) % 2 for i in range(len(x))]",
  }),
  problem({
    name: "prefix or",
    answer: running((known, bit) => known | bit, 0),
    byHand: "[int(any(x[: i + 1])) for i in range(len(x))]",
    draw: few,
  }),
  problem({
    name: "running maximum",
    answer: running(Math.max, 0),
    byHand: "[max(x[: i + 1]) for i in range(len(x))]",
    draw: digits,
  }),
  problem({ name: "sort of bits", answer: (x) => [...x].sort(), byHand: "sorted(x)" }),
  problem({
    name: "majority of three",
    answer: (x) => x.map((bit, k) => ((x[k - 1] ?? 0) + bit + (x[k + 1] ?? 0) >= 2 ? 1 : 0)),
    byHand:
      "    padded = [0, *x, 0]\n    return [int(sum(padded[i : i + 3]) >= 2) for i in range(len(x))]",
  }),
  problem({
    name: "sum of the last three",
    answer: (x) => x.map((bit, k) => bit + (x[k - 1] ?? 0) + (x[k - 2] ?? 0)),
    byHand: "    padded = [0, 0, *x]\n    return [sum(padded[i : i + 3]) for i in range(len(x))]",
  }),
  problem({
    name: "argmax",
    answer: (x) => x.indexOf(Math.max(...x)),
    byHand: "x.index(max(x))",
    draw: digits,
  }),
  problem({
    name: "argmin",
    answer: (x) => x.indexOf(Math.min(...x)),
    byHand: "x.index(min(x))",
    draw: digits,
  }),
  problem({
    name: "last of the largest",
    answer: (x) => x.lastIndexOf(Math.max(...x)),
    byHand: "len(x) - 1 - x[::-1].index(max(x))",
    draw: digits,
  }),
  problem({
    name: "majority",
    answer: (x) => (2 * sum(x) > x.length ? 1 : 0),
    byHand: "int(2 * sum(x) > len(x))",
    draw: balanced,
  }),
  problem({ name: "parity", answer: (x) => sum(x) % 2, byHand: "sum(x) % 2" }),
  problem({
    name: "at least three",
    answer: (x) => (sum(x) >= 3 ? 1 : 0),
    byHand: "int(sum(x) >= 3)",
    draw: nearCount(3),
  }),
  problem({
    name: "exactly one",
    answer: (x) => (sum(x) === 1 ? 1 : 0),
    byHand: "int(sum(x) == 1)",
    draw: nearCount(1),
  }),
  problem({
    name: "palindrome",
    answer: (x) => (x.every((bit, k) => bit === x[x.length - 1 - k]) ? 1 : 0),
    byHand: "int(x == x[::-1])",
    draw: nearPalindrome,
  }),
  problem({
    name: "two neighbours",
    answer: (x) => (x.some((bit, k) => bit === 1 && x[k + 1] === 1) ? 1 : 0),
    byHand: "int(any(a and b for a, b in zip(x, x[1:])))",
    draw: few,
  }),
  problem({
    name: "is sorted",
    answer: (x) => (x.every((value, k) => k === 0 || x[k - 1]! <= value) ? 1 : 0),
    byHand: "int(x == sorted(x))",
    draw: nearSorted,
  }),
  problem({
    name: "increment",
    answer: plusOne,
    byHand: "[bit ^ all(x[:i]) for i, bit in enumerate(x)]",
    draw: (length, random) => afterRun(length, random, 1),
  }),
  problem({
    name: "two's complement",
    answer: (x) => plusOne(x.map((bit) => 1 - bit)),
    byHand: "[bit ^ any(x[:i]) for i, bit in enumerate(x)]",
    draw: (length, random) => afterRun(length, random, 0),
  }),
  problem({
    name: "remainder modulo 5",
    answer: running((known, bit) => (2 * known + bit) % 5, 0),
    byHand:
      "    y, rest = [], 0\n    for bit in x:\n        rest = (2 * rest + bit) % 5\n        y.append(rest)\n    return y",
  }),
  problem({
    name: "balanced so far",
    answer: (x) => {
      let [depth, isFine] = [0, 1];
      return x.map((bit) => {
        depth += bit === 1 ? 1 : -1;
        if (depth < 0) isFine = 0;
        return isFine;
      });
    },
    byHand:
      "    y, depth, fine = [], 0, 1\n    for bit in x:\n        depth += 2 * bit - 1\n        fine &= depth >= 0\n        y.append(fine)\n    return y",
    draw: brackets,
  }),
  {
    name: "pair maximum",
    sizes: [4, 5, 6],
    byHand: "def f(x):\n    return [max(pair) for pair in zip(x[::2], x[1::2])]\n",
    draw: (size, random) => {
      const x = integers(2 * size, random, 5);
      return { x, y: Array.from({ length: size }, (_, k) => Math.max(x[2 * k]!, x[2 * k + 1]!)) };
    },
  },
];
