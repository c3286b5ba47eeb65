import type { Dataset } from "../../data/dataset.ts";

/** Samples as sequences: at each step a symbol is read and an item written. */
export interface Sequences {
  /** Is the last place the first one to be read? */
  readonly isBackward: boolean;
  readonly nSamples: number;
  readonly length: number;
  /** (nSamples, length): indices into `cells`. */
  readonly symbols: Int32Array;
  /** (symbols, inputs): what a symbol stands for, ascending. */
  readonly cells: readonly (readonly number[])[];
  /** (nSamples, length): integers. */
  readonly items: Float64Array;
  /** (nSamples): one item more at the end, where the target is longer than the inputs. */
  readonly ends?: Float64Array;
}

/** More symbols than that leave too few samples of each. */
const MOST_SYMBOLS = 400;

/** Longer arrays, and more cells than these, are not read place by place. */
const MOST_PLACES = 4000;
const MOST_CELLS = 4_000_000;

/**
 * Samples read place by place, from the first one on and backwards; none where inputs are no arrays of
 * integers of one length, or the target none that is as long or longer by one.
 */
export function sequencesOf(dataset: Dataset): Sequences[] {
  const both = [false, true].map((isBackward) => readSequences(dataset, isBackward));
  return both.filter((sequences) => sequences !== undefined);
}

function readSequences(dataset: Dataset, isBackward: boolean): Sequences | undefined {
  const { nSamples, target } = dataset;
  const { shape, classes } = target;
  const read = readSymbols([dataset], isBackward);
  if (read === undefined) return undefined;
  const { cells } = read;
  const { length, symbols } = read.sequences[0]!;
  const more = shape.length === 1 ? shape[0]! - length : -1;
  if (more !== 0 && more !== 1) return undefined;
  if (!classes.every((label) => Number.isSafeInteger(label))) return undefined;
  const placeOf = (step: number): number => (isBackward ? length - 1 - step : step);
  const size = length + more;
  const itemAt = (sample: number, place: number): number =>
    Number(classes[target.values[sample * size + place]!]);
  // Backwards, the item at the end stands first.
  const shift = isBackward ? more : 0;
  const items = Float64Array.from(symbols, (_, k) =>
    itemAt(Math.floor(k / length), placeOf(k % length) + shift),
  );
  const ends = Float64Array.from({ length: nSamples }, (_, sample) =>
    itemAt(sample, isBackward ? 0 : length),
  );
  const known = { isBackward, nSamples, length, symbols, cells, items };
  return { ...known, ...(more === 1 ? { ends } : {}) };
}

/** The inputs of samples of several sizes, as symbols place by place. */
export interface Symbols {
  /** (symbols, inputs): what a symbol stands for, ascending. */
  readonly cells: readonly (readonly number[])[];
  /** Of each dataset: (nSamples, length), indices into `cells`. */
  readonly sequences: readonly { readonly length: number; readonly symbols: Int32Array }[];
}

/** Undefined where inputs are no arrays of integers of one length, or stand for too many symbols. */
export function readSymbols(
  datasets: readonly Dataset[],
  isBackward: boolean,
): Symbols | undefined {
  const rows: number[][][] = [];
  for (const { nSamples, inputs } of datasets) {
    if (!isReadable({ nSamples, inputs })) return undefined;
    const length = inputs[0]!.shape[0]!;
    const rowAt = (k: number): number[] => {
      const [sample, step] = [Math.floor(k / length), k % length];
      const place = isBackward ? length - 1 - step : step;
      return inputs.map(({ values }) => values[sample * length + place]!);
    };
    rows.push(Array.from({ length: nSamples * length }, (_, k) => rowAt(k)));
  }
  const cells = distinct(rows.flat());
  if (cells.length > MOST_SYMBOLS) return undefined;
  const indices = new Map(cells.map((row, k) => [row.join(), k]));
  const sequences = rows.map((own, k) => ({
    length: datasets[k]!.inputs[0]!.shape[0]!,
    symbols: Int32Array.from(own, (row) => indices.get(row.join())!),
  }));
  return { cells, sequences };
}

/** Are inputs arrays of integers of one length, and not too many? */
export function isReadable({ nSamples, inputs }: Pick<Dataset, "nSamples" | "inputs">): boolean {
  const length = inputs[0]?.shape[0] ?? 0;
  const areAlike = inputs.every(
    ({ shape, domain }) => shape.length === 1 && shape[0] === length && isOfIntegers(domain.kind),
  );
  return areAlike && length >= 2 && length <= MOST_PLACES && nSamples * length <= MOST_CELLS;
}

function isOfIntegers(kind: Dataset["inputs"][number]["domain"]["kind"]): boolean {
  return kind === "binary" || kind === "integer" || kind === "sign";
}

function distinct(rows: readonly (readonly number[])[]): number[][] {
  const seen = new Map(rows.map((row) => [row.join(), [...row]]));
  return [...seen.values()].sort(compare);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, k) => value !== b[k]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
