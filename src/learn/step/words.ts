import type { Dataset } from "../../data/dataset.ts";
import { readSymbols } from "./sequences.ts";

/** A sequence of symbols of any length, and the class of the sample. */
export interface Word {
  /** Indices into the cells of all words. */
  readonly symbols: Int32Array;
  readonly label: number;
}

/** Samples of one scalar target, at one size or several, as words over the same symbols. */
export interface Words {
  /** Is the last place the first one to be read? */
  readonly isBackward: boolean;
  /** (symbols, inputs): what a symbol stands for, ascending. */
  readonly cells: readonly (readonly number[])[];
  /** Each once, shorter ones first, then by their symbols. */
  readonly words: readonly Word[];
  /** Of all samples, again where they are the same: their classes. */
  readonly labels: readonly number[];
}

/**
 * The samples of one problem at several sizes, read place by place; undefined where they cannot be read
 * so, or where two samples that are the same have different labels.
 */
export function wordsOf(datasets: readonly Dataset[], isBackward: boolean): Words | undefined {
  const classes = datasets[0]!.target.classes;
  if (datasets.some(({ target }) => target.shape.length > 0)) return undefined;
  const read = readSymbols(datasets, isBackward);
  if (read === undefined) return undefined;
  const words = new Map<string, Word>();
  const labels: number[] = [];
  for (const [at, { target, nSamples }] of datasets.entries()) {
    const { symbols, length } = read.sequences[at]!;
    for (let sample = 0; sample < nSamples; sample++) {
      const own = symbols.subarray(sample * length, (sample + 1) * length);
      const label = classes.indexOf(target.classes[target.values[sample]!]!);
      const key = own.join();
      if (label < 0 || (words.get(key)?.label ?? label) !== label) return undefined;
      words.set(key, { symbols: own, label });
      labels.push(label);
    }
  }
  return { isBackward, cells: read.cells, words: [...words.values()].sort(inOrder), labels };
}

function inOrder({ symbols: a }: Word, { symbols: b }: Word): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((symbol, k) => symbol !== b[k]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
