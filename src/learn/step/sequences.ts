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
  const { nSamples, inputs, target } = dataset;
  const length = inputs[0]?.shape[0] ?? 0;
  const areAlike = inputs.every(
    ({ shape, domain }) => shape.length === 1 && shape[0] === length && isOfIntegers(domain.kind),
  );
  const more = target.shape.length === 1 ? target.shape[0]! - length : -1;
  if (length > MOST_PLACES || nSamples * length > MOST_CELLS) return undefined;
  if (!areAlike || length < 2 || (more !== 0 && more !== 1)) return undefined;
  if (!target.classes.every((label) => Number.isSafeInteger(label))) return undefined;
  const placeOf = (step: number): number => (isBackward ? length - 1 - step : step);
  const rows = Array.from({ length: nSamples * length }, (_, k) => {
    const [sample, step] = [Math.floor(k / length), k % length];
    return inputs.map(({ values }) => values[sample * length + placeOf(step)]!);
  });
  const cells = distinct(rows);
  if (cells.length > MOST_SYMBOLS) return undefined;
  const indices = new Map(cells.map((row, k) => [row.join(), k]));
  const size = length + more;
  const itemAt = (sample: number, place: number): number =>
    Number(target.classes[target.values[sample * size + place]!]);
  // Backwards, the item at the end stands first.
  const shift = isBackward ? more : 0;
  const items = Float64Array.from(rows, (_, k) =>
    itemAt(Math.floor(k / length), placeOf(k % length) + shift),
  );
  const ends = Float64Array.from({ length: nSamples }, (_, sample) =>
    itemAt(sample, isBackward ? 0 : length),
  );
  const symbols = Int32Array.from(rows, (row) => indices.get(row.join())!);
  const known = { isBackward, nSamples, length, symbols, cells, items };
  return { ...known, ...(more === 1 ? { ends } : {}) };
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
