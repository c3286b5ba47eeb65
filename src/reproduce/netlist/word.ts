import { FALSE, type Literal, TRUE } from "./and-graph.ts";

/** An integer in two's complement, its lowest bit first; the last bit is the sign. */
export type Word = readonly Literal[];

/** The fewest bits, sign included, for all integers between two. */
export function widthFor(low: bigint, high: bigint): number {
  const fits = (value: bigint, width: number): boolean => BigInt.asIntN(width, value) === value;
  let width = 1;
  while (!fits(low, width) || !fits(high, width)) width += 1;
  return width;
}

export function constantWord(value: bigint, width: number): Word {
  return Array.from({ length: width }, (_, k) => ((value >> BigInt(k)) & 1n ? TRUE : FALSE));
}

/** A bit as the integer 0 or 1. */
export function bitWord(bit: Literal): Word {
  return [bit, FALSE];
}

/** The same integer in so many bits, or what is left of it modulo 2^width. */
export function resize(word: Word, width: number): Word {
  return Array.from({ length: width }, (_, k) => word[k] ?? signOf(word));
}

/** 1 where the integer is below zero. */
export function signOf(word: Word): Literal {
  return word.at(-1)!;
}
