import { addUp, partsOf } from "./add-up.ts";
import type { AndGraph } from "./and-graph.ts";
import { resize, signOf, type Word, widthFor } from "./word.ts";

interface Division {
  /** What the word is at least, and at most. */
  readonly low: bigint;
  readonly high: bigint;
  readonly divisor: bigint;
}

/** What is left of a word by a divisor above zero, from 0 on: long division, bit by bit. */
export function remainder(graph: AndGraph, word: Word, { low, high, divisor }: Division): Word {
  // A multiple that leaves nothing below zero changes no remainder.
  const lift = low < 0n ? ((divisor - 1n - low) / divisor) * divisor : 0n;
  let most = high + lift;
  let rest = addUp(graph, partsOf(word), { bias: lift, width: widthFor(0n, most) });
  let step = divisor;
  while (step <= most) step *= 2n;
  while (step > divisor) {
    step /= 2n;
    const less = addUp(graph, partsOf(rest), { bias: -step, width: rest.length });
    const isBelow = signOf(less);
    most = most < step ? most : step - 1n;
    rest = resize(
      rest.map((bit, k) => graph.choose(isBelow, bit, less[k]!)),
      widthFor(0n, most),
    );
  }
  return rest;
}
