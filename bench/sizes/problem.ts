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
