import type { Random } from "../../src/math/random.ts";
import { bits, inRuns, integers, ofOneArray, type Sample, type SizedProblem } from "./problem.ts";

/*
 * What else users bring: one value that takes a walk along the places, numbers made of extremes and counts,
 * and results that depend on the last two.
 */

type Numbers = readonly number[];

const digits = (length: number, random: Random): number[] => integers(length, random, 10);
const inShortRuns = (length: number, random: Random): number[] => inRuns(length, random, 4);
const thirds = (length: number, random: Random): number[] => integers(length, random, 3);

/** Half of them alternate; most of the others do but at one place. */
function nearAlternating(length: number, random: Random): number[] {
  const first = random.bit();
  const x = Array.from({ length }, (_, k) => (k + first) % 2);
  if (random.bit() === 1) x[random.below(length)]! ^= 1;
  return x;
}

const remainder = (x: Numbers, base: number, divisor: number): number =>
  x.reduce((rest, digit) => (base * rest + digit) % divisor, 0);

function lastTwo(x: Numbers): number[] {
  let [last, before] = [0, 0];
  return x.map((value) => {
    [last, before] = [(value + last + before) % 3, last];
    return last;
  });
}

/** Over a stretch just one of two bits is set: a carry runs through. */
function carryOut(size: number, random: Random): Sample {
  const a = bits(size, random);
  const [from, to] = [random.below(size), random.below(size + 1)];
  const b = a.map((bit, k) => (k > from && k < to ? 1 - bit : random.bit()));
  const y = a.reduceRight((carry, bit, k) => (bit + b[k]! + carry) >> 1, 0);
  return { a, b, y };
}

export const WALKS: readonly SizedProblem[] = [
  ofOneArray({
    name: "multiple of three",
    answer: (x) => (remainder(x, 2, 3) === 0 ? 1 : 0),
    byHand: `    rest = 0
    for bit in x:
        rest = (2 * rest + bit) % 3
    return int(rest == 0)`,
  }),
  ofOneArray({
    name: "digits modulo 7",
    answer: (x) => remainder(x, 10, 7),
    byHand: `    rest = 0
    for digit in x:
        rest = (10 * rest + digit) % 7
    return rest`,
    draw: digits,
  }),
  ofOneArray({
    name: "1 0 1 somewhere",
    answer: (x) => (x.join("").includes("101") ? 1 : 0),
    byHand: `    return int("101" in "".join(map(str, x)))`,
    draw: inShortRuns,
  }),
  ofOneArray({
    name: "three ones in a row",
    answer: (x) => (x.join("").includes("111") ? 1 : 0),
    byHand: `    return int("111" in "".join(map(str, x)))`,
    draw: (length, random) => bits(length, random, 0.3),
  }),
  ofOneArray({
    name: "alternating",
    answer: (x) => (x.every((bit, k) => k === 0 || bit !== x[k - 1]) ? 1 : 0),
    byHand: `    return int(all(p != q for p, q in zip(x, x[1:])))`,
    draw: nearAlternating,
  }),
  {
    name: "carry out",
    sizes: [8, 9, 11],
    byHand: `def f(a, b):
    carry = 0
    for p, q in zip(reversed(a), reversed(b)):
        carry = (p + q + carry) // 2
    return carry
`,
    draw: carryOut,
  },
  ofOneArray({
    name: "range",
    answer: (x) => Math.max(...x) - Math.min(...x),
    byHand: `    return max(x) - min(x)`,
    draw: digits,
  }),
  ofOneArray({
    name: "how many above five",
    answer: (x) => x.filter((digit) => digit > 5).length,
    byHand: `    return sum(digit > 5 for digit in x)`,
    draw: digits,
  }),
  ofOneArray({
    name: "how many changes",
    answer: (x) => x.filter((bit, k) => k > 0 && bit !== x[k - 1]).length,
    byHand: `    return sum(p != q for p, q in zip(x, x[1:]))`,
    draw: inShortRuns,
  }),
  ofOneArray({
    name: "number of ones modulo 3 is 0",
    answer: (x) => (x.reduce((sum, bit) => sum + bit, 0) % 3 === 0 ? 1 : 0),
    byHand: `    return int(sum(x) % 3 == 0)`,
  }),
  ofOneArray({
    name: "last two modulo 3",
    answer: lastTwo,
    byHand: `    y, last, before = [], 0, 0
    for value in x:
        last, before = (value + last + before) % 3, last
        y.append(last)
    return y`,
    draw: thirds,
  }),
];
