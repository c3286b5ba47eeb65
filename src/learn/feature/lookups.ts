import type { Dataset } from "../../data/dataset.ts";
import { extremesOf } from "../../math/domain.ts";
import { columnsOf } from "../columns.ts";
import { scalarColumns } from "./arrays.ts";
import { allOf, type Comparison, type Feature, type Form, type Sum, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** Longer lists, and cells of more values, are not looked up. */
const LONGEST = 64;
const MOST_VALUES = 16;

/** Cells side by side, of integers between two bounds. */
interface Cells {
  readonly columns: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** A number that may say a place, and its bounds. */
interface Pointer {
  readonly sum: Sum;
  readonly low: number;
  readonly high: number;
}

/**
 * The cell of a list at the place that other inputs say: an integer, how many bits are 1, or the number
 * that bits write, counted from either end of the list.
 *
 * A cell of integers counts how far it is above the lowest. Cost: as `places * values` sums for each lookup.
 */
export function lookupFeatures(dataset: Dataset): Feature[] {
  const lookups = listPairs(dataset).flatMap(([list, said]) =>
    pointersOf(said).flatMap((pointer) => formsOf(list, pointer)),
  );
  return lookups.map((form) =>
    feature({ family: "lookup", bits: nameBits(lookups.length), isInteger: true, at: () => form }),
  );
}

/** Lists of which something may be looked up, each with cells that may say where. */
function listPairs(dataset: Dataset): (readonly [list: Cells, said: Cells])[] {
  const all = listsOf(dataset);
  const apart = all.flatMap((list) =>
    all.flatMap((said) =>
      said.columns.some((column) => list.columns.includes(column)) ? [] : [[list, said] as const],
    ),
  );
  return [...apart, ...all.flatMap(partedInTwo)].filter(
    ([list]) => list.columns.length > 1 && list.columns.length <= LONGEST,
  );
}

/** All arrays of integers, all scalars one by one, and side by side where they are alike. */
function listsOf(dataset: Dataset): Cells[] {
  const { starts } = columnsOf(dataset);
  const lists = dataset.inputs.flatMap(({ shape, domain }, input): Cells[] => {
    if (shape.length > 1 || !["integer", "binary"].includes(domain.kind)) return [];
    const { low, high } = extremesOf(domain);
    const columns = Array.from({ length: shape[0] ?? 1 }, (_, k) => starts[input]! + k);
    return high - low >= MOST_VALUES && shape.length > 0 ? [] : [{ columns, low, high }];
  });
  const scalars = scalarColumns(dataset);
  const [first, ...others] = lists.filter(({ columns }) => scalars.includes(columns[0]!));
  const areAlike =
    first !== undefined &&
    others.length > 0 &&
    others.length + 1 === scalars.length &&
    others.every(({ low, high }) => low === first.low && high === first.high);
  return areAlike ? [...lists, { ...first, columns: scalars }] : lists;
}

/** Of bits that are just enough to say a place in the rest of them: these before or after the rest. */
function partedInTwo({ columns, low, high }: Cells): (readonly [list: Cells, said: Cells])[] {
  const { length } = columns;
  const bits = Array.from({ length: 8 }, (_, k) => k + 1).find((k) => k + 2 ** k === length);
  if (low !== 0 || high !== 1 || bits === undefined) return [];
  const part = (from: number, to: number): Cells => ({
    columns: columns.slice(from, to),
    low,
    high,
  });
  return [
    [part(bits, length), part(0, bits)],
    [part(0, length - bits), part(length - bits, length)],
  ];
}

function pointersOf({ columns, low, high }: Cells): Pointer[] {
  if (columns.length === 1) return [{ sum: sumOf(columns), low, high }];
  if (low !== 0 || high !== 1 || columns.length > MOST_BITS) return [];
  const powers = columns.map((_, k) => 2 ** k);
  return [powers, [...powers].reverse(), powers.map(() => 1)].map((weights) => ({
    sum: sumOf(columns, weights),
    low: 0,
    high: weights.reduce((total, weight) => total + weight, 0),
  }));
}

const MOST_BITS = Math.log2(LONGEST);

/** The places may be counted from 0 or from 1, and from either end. */
function formsOf({ columns, low, high }: Cells, pointer: Pointer): Form[] {
  const first = pointer.low === 1 ? 1 : 0;
  const last = first + columns.length - 1;
  if (pointer.low < first || pointer.high > last) return [];
  return [columns, [...columns].reverse()].map((cells): Form => {
    const comparisons = cells.flatMap((column, k) => {
      const isHere = placeIs(first + k, pointer);
      return Array.from({ length: high - low }, (_, step) =>
        allOf(
          [...isHere, { of: sumOf([column]), threshold: low + step + 0.5 }],
          [...isHere.map(({ weight }) => weight), 1],
        ),
      );
    });
    return { kind: "count", comparisons, weights: comparisons.map(() => 1) };
  });
}

interface Weighted extends Comparison {
  readonly weight: number;
}

/** Holds with the weight 1 in sum where the pointer says this place. */
function placeIs(place: number, { sum, low, high }: Pointer): Weighted[] {
  return [
    ...(place > low ? [{ of: sum, threshold: place - 0.5, weight: 1 }] : []),
    ...(place < high ? [{ of: sum, threshold: place + 0.5, weight: -1 }] : []),
  ];
}
