/** The most that the printed Python of a family may take; where nothing is said, proved is enough. */
export interface Hope {
  readonly tokens?: number;
  /** With the line of `def`. */
  readonly lines?: number;
  /** Length of a program written by hand, for comparison. */
  readonly byHand?: number;
}

const oneLine: Hope = { lines: 2 };
const oneLoop: Hope = { lines: 5 };

/** By the beginning of a family's name: the first that fits. */
const HOPES: readonly (readonly [start: string, hope: Hope])[] = [
  ["orientation", { tokens: 250, byHand: 214 }],
  ["max-sat", { tokens: 300 }],
  ["life-torus", { tokens: 140, byHand: 128 }],
  ["argmax-", oneLoop],
  ["majority-of-3", {}],
  ["majority", oneLine],
  ["at-least", oneLine],
  ["at-most", oneLine],
  ["exactly", oneLine],
  ["between", oneLine],
  ["odd", oneLine],
  ["even", oneLine],
  ["any", oneLine],
  ["all", oneLine],
  ["none", oneLine],
  ["not-all", oneLine],
];

/** What is hoped for of a family's program. */
export function hopeFor(name: string): Hope {
  return HOPES.find(([start]) => name.startsWith(start))?.[1] ?? {};
}

export function sentenceOf({ tokens, lines, byHand }: Hope): string {
  const parts = ["proved, exact"];
  if (tokens !== undefined) parts.push(`at most ${tokens} tokens`);
  if (lines !== undefined) parts.push(`at most ${lines} lines`);
  if (byHand !== undefined) parts.push(`by hand ${byHand}`);
  return parts.join(", ");
}
