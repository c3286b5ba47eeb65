import type { Random } from "../../src/math/random.ts";

/** One sample: its inputs, and the right answer under `y`. */
export interface Sample {
  readonly y: unknown;
  readonly [input: string]: unknown;
}

/** A problem with one answer at every size, and the program that an expert would write for it. */
export interface SizedProblem {
  readonly name: string;
  /** Sizes at which it is learnt. */
  readonly sizes: readonly number[];
  /** Python, written before anything was measured. */
  readonly byHand: string;
  /** Cases that are rare among random ones are drawn on purpose. */
  readonly draw: (size: number, random: Random) => Sample;
}

/** So many bits, of which a share is 1. */
export function bits(length: number, random: Random, share = 0.5): number[] {
  return Array.from({ length }, () => (random.below(1000) < 1000 * share ? 1 : 0));
}

/** So many integers from 0 to below a limit. */
export function integers(length: number, random: Random, limit: number): number[] {
  return Array.from({ length }, () => random.below(limit));
}

/** Rows of bits. */
export function grid(size: number, random: Random, share = 0.5): number[][] {
  return Array.from({ length: size }, () => bits(size, random, share));
}

/** A run of one bit, then anything: for what depends on how far a run goes. */
export function afterRun(length: number, random: Random, bit: number): number[] {
  const run = random.below(length + 1);
  return bits(length, random).map((value, k) => (k < run ? bit : value));
}

/** Runs of one bit, then of the other, of lengths up to the longest. */
export function inRuns(length: number, random: Random, longest: number): number[] {
  const x: number[] = [];
  while (x.length < length) {
    const bit = random.bit();
    for (let left = 1 + random.below(longest); left > 0; left--) x.push(bit);
  }
  return x.slice(0, length);
}

interface OfOneArray {
  readonly name: string;
  readonly answer: (x: readonly number[]) => unknown;
  /** The lines that an expert would write for `x`. */
  readonly byHand: string;
  readonly draw?: (length: number, random: Random) => number[];
}

/** A problem of one array, learnt at sizes 8, 9 and 11; of bits where nothing else is drawn. */
export function ofOneArray({ name, answer, byHand, draw = bits }: OfOneArray): SizedProblem {
  return {
    name,
    sizes: [8, 9, 11],
    byHand: `def f(x):\n${byHand}\n`,
    draw: (size, random) => {
      const x = draw(size, random);
      return { x, y: answer(x) };
    },
  };
}
