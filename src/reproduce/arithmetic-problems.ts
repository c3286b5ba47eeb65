import type { Random } from "../math/random.ts";
import type { Example } from "../tasks/problem.ts";
import { shuffle } from "../tasks/shuffle.ts";
import { BY_HAND } from "./by-hand.ts";
import type { SharingKind } from "./sharing-peers.ts";

/** A problem with one answer at every size, and the program that an expert would write for it. */
export interface SizedProblem {
  readonly name: string;
  /** Cases that are rare among random ones are drawn on purpose. */
  readonly draw: (size: number, random: Random) => Example;
  readonly byHand: string;
  /** The network that takes every size of it; a GRU reads from the end that counts least. */
  readonly shares: SharingKind;
}

type Numbers = readonly number[];

function integers(length: number, random: Random, limit: number): number[] {
  return Array.from({ length }, () => random.below(limit));
}

function sum(x: Numbers): number {
  return x.reduce((total, each) => total + each, 0);
}

/** As many ones as zeros, but for a few. */
function balanced(length: number, random: Random): number[] {
  const ones = Math.floor(length / 2) - 1 + random.below(3 + (length % 2));
  return shuffle(
    Array.from({ length }, (_, k) => (k < ones ? 1 : 0)),
    random,
  );
}

/** The second number is the first up to a place, or all of it, now and then. */
function nearEqual(length: number, random: Random): { a: number[]; b: number[] } {
  const a = integers(length, random, 2);
  const same = random.below(length + 2);
  return { a, b: a.map((bit, k) => (k < same ? bit : random.bit())) };
}

/** Over a stretch just one of two bits is set: a carry runs through. */
function farCarries(length: number, random: Random): { a: number[]; b: number[] } {
  const a = integers(length, random, 2);
  const [from, to] = [random.below(length), random.below(length + 1)];
  return { a, b: a.map((bit, k) => (k > from && k < to ? 1 - bit : random.bit())) };
}

/** The first bit counts least; the last of the sum is the carry out. */
function added(a: Numbers, b: Numbers): number[] {
  let carry = 0;
  const y = a.map((bit, k) => {
    const total = bit + b[k]! + carry;
    carry = total >> 1;
    return total & 1;
  });
  return [...y, carry];
}

/** The first bit counts most. */
function isGreater(a: Numbers, b: Numbers): boolean {
  const k = a.findIndex((bit, at) => bit !== b[at]);
  return k >= 0 && a[k]! > b[k]!;
}

/** The carry is what the sum of two numbers carries out of their places; addition gives all of the sum. */
export const arithmeticProblems: readonly SizedProblem[] = [
  {
    name: "argmax",
    draw: (size, random) => {
      const x = integers(size, random, 10);
      return { x: { x }, y: x.indexOf(Math.max(...x)) };
    },
    byHand: BY_HAND.argmax,
    shares: "elements",
  },
  {
    name: "majority",
    draw: (size, random) => {
      const x = random.bit() ? balanced(size, random) : integers(size, random, 2);
      return { x: { x }, y: 2 * sum(x) > size ? 1 : 0 };
    },
    byHand: BY_HAND.majority,
    shares: "sequence",
  },
  {
    name: "parity",
    draw: (size, random) => {
      const x = integers(size, random, 2);
      return { x: { x }, y: sum(x) % 2 };
    },
    byHand: BY_HAND.parity,
    shares: "sequence",
  },
  {
    name: "comparison",
    draw: (size, random) => {
      const { a, b } = nearEqual(size, random);
      return { x: { a, b }, y: isGreater(a, b) ? 1 : 0 };
    },
    byHand: BY_HAND.greater,
    shares: "sequence from its end",
  },
  {
    name: "carry",
    draw: (size, random) => {
      const { a, b } = farCarries(size, random);
      return { x: { a, b }, y: added(a, b).at(-1)! };
    },
    byHand: BY_HAND.carry,
    shares: "sequence",
  },
  {
    name: "addition",
    draw: (size, random) => {
      const { a, b } = farCarries(size, random);
      return { x: { a, b }, y: added(a, b) };
    },
    byHand: BY_HAND.addition,
    shares: "sequence",
  },
];
