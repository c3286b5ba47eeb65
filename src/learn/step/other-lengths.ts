import { Random } from "../../math/random.ts";
import type { LabelledMachine } from "./smallest-machines.ts";
import type { Words } from "./words.ts";

/** A machine, and from which end it reads. */
export interface Reader {
  readonly machine: LabelledMachine;
  readonly isBackward: boolean;
}

const WORDS = 300;

/** Do two machines say different classes of some words, of up to twice the length of those that were met? */
export function areApart(a: Reader, b: Reader, { words, cells }: Words): boolean {
  const random = new Random(1);
  const longest = 2 * words.reduce((most, { symbols }) => Math.max(most, symbols.length), 1);
  return Array.from({ length: WORDS }, (_, k) => 1 + (k % longest)).some((length) => {
    const symbols = Array.from({ length }, () => random.below(cells.length));
    const [left, right] = [classOf(symbols, a), classOf(symbols, b)];
    return left >= 0 && right >= 0 && left !== right;
  });
}

/** -1 where the machine does not know. */
function classOf(symbols: readonly number[], { machine, isBackward }: Reader): number {
  const { next, labels, nStates } = machine;
  const nSymbols = next.length / nStates;
  const read = isBackward ? symbols.toReversed() : symbols;
  const state = read.reduce((at, symbol) => (at < 0 ? at : next[at * nSymbols + symbol]!), 0);
  return state < 0 ? -1 : labels[state]!;
}
