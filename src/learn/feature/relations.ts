import type { Dataset } from "../../data/dataset.ts";
import { columnsOf } from "../columns.ts";
import type { Scope } from "../scope.ts";
import { isInteger } from "./arrays.ts";
import { type Comparison, difference, type Feature, opposite, sumOf } from "./feature.ts";
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
  const { starts } = columnsOf(dataset);
  return dataset.inputs.flatMap((array, index): Feature[] => {
    const length = dataset.inputs[input]!.shape[0]!;
    if (array.shape.length !== 1 || array.shape[0] !== length) return [];
    const areIntegers = isInteger(array);
    const name = nameBits(dataset.inputs.length);
    const cell = (k: number) => sumOf([starts[index]! + k]);
    const own = feature({ family: "cell", bits: name, isInteger: areIntegers, at: cell });
    const counts = RANGES.flatMap((isIn) =>
      RELATIONS.filter(({ isTieIn }) => areIntegers || !isTieIn).map((relation): Feature => {
        const comparisonsAt = (place: number): Comparison[] =>
          Array.from({ length }, (_, other) => other)
            .filter((other) => isIn(other, place))
            .map((other) => {
              const more = difference(cell(other), cell(place));
              const of = relation.isLarger ? more : opposite(more);
              return { of, threshold: relation.isTieIn ? -0.5 : tie(areIntegers) };
            });
        return feature({
          family: "pair",
          bits: name + nameBits(RANGES.length * RELATIONS.length),
          isInteger: true,
          at: (place) => {
            const comparisons = comparisonsAt(place);
            return { kind: "count", comparisons, weights: comparisons.map(() => 1) };
          },
        });
      }),
    );
    return [own, ...counts];
  });
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
