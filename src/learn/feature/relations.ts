import type { Dataset } from "../../data/dataset.ts";
import { columnsOf } from "../columns.ts";
import type { Scope } from "../scope.ts";
import { isInteger } from "./arrays.ts";
import { type BesideScalar, besideScalars } from "./beside-scalar.ts";
import {
  type Comparison,
  difference,
  type Feature,
  type Form,
  opposite,
  type Sum,
  sumOf,
} from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/**
 * How one element of an array stands to the others: how many before it, after it, or anywhere, are
 * larger, not smaller, smaller, or not larger; and its own value.
 *
 * "The first largest": none before is as large, none after is larger.
 */
export function relationFeatures(
  dataset: Dataset,
  { input }: Scope & { kind: "index" },
): Feature[] {
  const [length] = dataset.inputs[input]!.shape;
  const { starts } = columnsOf(dataset);
  const beside = besideScalars(dataset);
  return dataset.inputs.flatMap((array, index): Feature[] => {
    if (array.shape.length !== 1 || array.shape[0] !== length) return [];
    const bits = nameBits(dataset.inputs.length);
    const at = (k: number): Sum => sumOf([starts[index]! + k]);
    const own = feature({ family: "cell", bits, isInteger: isInteger(array), at });
    return [own, ...relationCounts(dataset, index), ...scalarRelations(beside, index, bits)];
  });
}

/** How the element at a place stands to a scalar, and how many others do so. */
function scalarRelations(beside: readonly BesideScalar[], input: number, bits: number): Feature[] {
  return beside
    .filter(({ array }) => array === input)
    .flatMap(({ differences }) => [
      feature({ family: "pair", bits, isInteger: true, at: (place) => differences[place]! }),
      ...countsOf({
        length: differences.length,
        bits,
        areIntegers: true,
        moreOf: (other) => differences[other]!,
      }),
    ]);
}

/** How many elements of one array stand in each relation to the one at a place. */
export function relationCounts(dataset: Dataset, input: number): Feature[] {
  const array = dataset.inputs[input]!;
  const start = columnsOf(dataset).starts[input]!;
  const cell = (k: number): Sum => sumOf([start + k]);
  return countsOf({
    length: array.shape[0]!,
    bits: nameBits(dataset.inputs.length),
    areIntegers: isInteger(array),
    moreOf: (other, place) => difference(cell(other), cell(place)),
  });
}

interface Related {
  readonly length: number;
  /** To say which array, or which array and scalar. */
  readonly bits: number;
  readonly areIntegers: boolean;
  /** How much another element is more than what it is compared with. */
  readonly moreOf: (other: number, place: number) => Sum;
}

/** How many elements before a place, after it, or elsewhere stand in each relation to something. */
function countsOf({ length, bits, areIntegers, moreOf }: Related): Feature[] {
  const others = Array.from({ length }, (_, other) => other);
  const named = bits + nameBits(RANGES.length * RELATIONS.length);
  return RANGES.flatMap((isIn) =>
    RELATIONS.filter(({ isTieIn }) => areIntegers || !isTieIn).map((relation): Feature => {
      const at = (place: number): Form => {
        const comparisons = others
          .filter((other) => isIn(other, place))
          .map((other): Comparison => {
            const more = moreOf(other, place);
            const of = relation.isLarger ? more : opposite(more);
            return { of, threshold: relation.isTieIn ? -0.5 : tie(areIntegers) };
          });
        return { kind: "count", comparisons, weights: comparisons.map(() => 1) };
      };
      return feature({ family: "pair", bits: named, isInteger: true, at });
    }),
  );
}

const RANGES: readonly ((other: number, place: number) => boolean)[] = [
  (other, place) => other < place,
  (other, place) => other > place,
  (other, place) => other !== place,
];

const RELATIONS = [
  { isLarger: true, isTieIn: false },
  { isLarger: true, isTieIn: true },
  { isLarger: false, isTieIn: false },
  { isLarger: false, isTieIn: true },
];

/** Integers differ by one at least; between reals only ties that do not hold can be said. */
function tie(areIntegers: boolean): number {
  return areIntegers ? 0.5 : 0;
}
