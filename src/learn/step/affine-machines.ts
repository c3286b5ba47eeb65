import type { ShouldStop } from "../../math/stop.ts";
import type { LabelledMachine } from "./smallest-machines.ts";
import type { Word, Words } from "./words.ts";

/** Remainders by more than this have more states than samples are worth. */
export const MOST_MODULUS = 16;

/**
 * All machines with the smallest modulus that say the class of every word by what is left of a number:
 * `state = (factor * state + cells + constant) % modulus`, from 0 on.
 *
 * They have many states and many symbols at once, for which all machines are too many.
 */
export function affineMachines({ words, cells }: Words, shouldStop: ShouldStop): LabelledMachine[] {
  const found: LabelledMachine[] = [];
  for (let modulus = 2; modulus <= MOST_MODULUS && found.length === 0; modulus++) {
    if (shouldStop()) return [];
    for (const values of waysToAdd(cells)) {
      for (let factor = 0; factor < modulus; factor++) {
        for (let constant = 0; constant < modulus; constant++) {
          const next = nextStates(values, { modulus, factor, constant });
          const labels = labelsOf(words, next, modulus);
          if (labels !== undefined) found.push({ nStates: modulus, next, labels });
        }
      }
    }
  }
  return found;
}

/** (symbols): the cells that a symbol stands for as one number: their sum, or the first less the second. */
function waysToAdd(cells: Words["cells"]): number[][] {
  const sums = cells.map((cell) => cell.reduce((sum, value) => sum + value, 0));
  if (cells[0]?.length !== 2) return [sums];
  return [sums, cells.map(([first, second]) => first! - second!)];
}

interface Affine {
  readonly modulus: number;
  readonly factor: number;
  readonly constant: number;
}

function nextStates(values: readonly number[], { modulus, factor, constant }: Affine): Int32Array {
  return Int32Array.from({ length: modulus * values.length }, (_, edge) => {
    const [state, symbol] = [Math.floor(edge / values.length), edge % values.length];
    const sum = factor * state + values[symbol]! + constant;
    return ((sum % modulus) + modulus) % modulus;
  });
}

/** (states): the class of the words that end there; undefined where some of them differ. */
function labelsOf(
  words: readonly Word[],
  next: Int32Array,
  modulus: number,
): Int32Array | undefined {
  const labels = new Int32Array(modulus).fill(-1);
  const nSymbols = next.length / modulus;
  for (const { symbols, label } of words) {
    let state = 0;
    for (const symbol of symbols) state = next[state * nSymbols + symbol]!;
    if (labels[state]! >= 0 && labels[state] !== label) return undefined;
    labels[state] = label;
  }
  return labels;
}
