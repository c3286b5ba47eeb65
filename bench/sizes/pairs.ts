import type { Random } from "../../src/math/random.ts";
import { bits, integers, type SizedProblem } from "./problem.ts";

type Digits = readonly number[];

interface Pair {
  readonly name: string;
  readonly answer: (a: Digits, b: Digits) => unknown;
  readonly byHand: string;
  readonly draw?: (length: number, random: Random) => readonly [number[], number[]];
}

function problem({ name, answer, byHand, draw = nearEqual }: Pair): SizedProblem {
  const body = byHand.includes("return ") ? byHand : `    return ${byHand}`;
  return {
    name,
    sizes: [6, 8, 10],
    byHand: `def f(a, b):\n${body}\n`,
    draw: (size, random) => {
      const [a, b] = draw(size, random);
      return { a, b, y: answer(a, b) };
    },
  };
}

/** The second is the first up to a place, or all of it, now and then. */
function nearEqual(length: number, random: Random): [number[], number[]] {
  const a = bits(length, random);
  const same = random.below(length + 2);
  return [a, a.map((bit, k) => (k < same ? bit : random.bit()))];
}

/** A carry runs far: the second is what is left to the largest digit, over a stretch. */
function farCarries(base: number) {
  return (length: number, random: Random): [number[], number[]] => {
    const a = integers(length, random, base);
    const [from, to] = [random.below(length), random.below(length + 1)];
    const inStretch = (k: number): boolean => k > from && k < to;
    const b = a.map((digit, k) => (inStretch(k) ? base - 1 - digit : random.below(base)));
    return [a, b];
  };
}

/** The first digit counts least. */
function sumOf(base: number) {
  return (a: Digits, b: Digits): number[] => {
    let carry = 0;
    const y = a.map((digit, k) => {
      const total = digit + b[k]! + carry;
      carry = Math.floor(total / base);
      return total % base;
    });
    return [...y, carry];
  };
}

const school = (base: number): string =>
  `    y, carry = [], 0\n    for p, q in zip(a, b):\n        carry, digit = divmod(p + q + carry, ${base})\n        y.append(digit)\n    return y + [carry]`;

function compare(a: Digits, b: Digits): number {
  const k = a.findIndex((bit, at) => bit !== b[at]);
  return k === -1 ? 0 : a[k]! - b[k]!;
}

export const PAIRS: readonly SizedProblem[] = [
  problem({ name: "a > b", answer: (a, b) => (compare(a, b) > 0 ? 1 : 0), byHand: "int(a > b)" }),
  problem({
    name: "a >= b",
    answer: (a, b) => (compare(a, b) >= 0 ? 1 : 0),
    byHand: "int(a >= b)",
  }),
  problem({
    name: "a == b",
    answer: (a, b) => (compare(a, b) === 0 ? 1 : 0),
    byHand: "int(a == b)",
  }),
  problem({ name: "a + b", answer: sumOf(2), byHand: school(2), draw: farCarries(2) }),
  problem({ name: "a + b in base 3", answer: sumOf(3), byHand: school(3), draw: farCarries(3) }),
  problem({
    name: "absolute difference",
    answer: (a, b) => a.map((value, k) => Math.abs(value - b[k]!)),
    byHand: "[abs(p - q) for p, q in zip(a, b)]",
    draw: (length, random) => [integers(length, random, 5), integers(length, random, 5)],
  }),
];
