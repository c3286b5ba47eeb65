import type { Dataset } from "../../data/dataset.ts";
import { isSameShape } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import { forPairs, haveOneDomain, isInteger, scalarColumns } from "./arrays.ts";
import { difference, type Feature, type Sum, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** Weights that follow from the place: powers of two and places, from either end, and alternating. */
const LAWS: readonly ((k: number, n: number) => number)[] = [
  (k, n) => 2 ** (n - 1 - k),
  (k) => 2 ** k,
  (k) => k + 1,
  (k, n) => n - k,
  (k) => (k % 2 === 0 ? 1 : -1),
];

/** Arrays whose powers of two stay far from the limit of exact integers. */
const LONGEST = 24;

/** Sums whose weights follow a law, of one array or of two against each other. */
export function lawFeatures(dataset: Dataset): Feature[] {
  const { starts } = columnsOf(dataset);
  const arrays = dataset.inputs.flatMap(({ shape }, input) =>
    shape.length === 1 && shape[0]! > 1 && shape[0]! <= LONGEST ? [input] : [],
  );
  const name = nameBits(dataset.inputs.length);
  const features: Feature[] = [];
  const add = (sum: Sum, bits: number, areIntegers: boolean): void => {
    const law = nameBits(LAWS.length);
    features.push(
      feature({ family: "law", bits: law + bits, isInteger: areIntegers, at: () => sum }),
    );
  };
  for (const law of LAWS) {
    const sumOver = (columns: readonly number[]): Sum =>
      sumOf(
        columns,
        columns.map((_, k) => law(k, columns.length)),
      );
    const sumOfInput = (input: number): Sum =>
      sumOver(
        Array.from({ length: dataset.inputs[input]!.shape[0]! }, (_, k) => starts[input]! + k),
      );
    for (const input of arrays) add(sumOfInput(input), name, isInteger(dataset.inputs[input]!));
    forPairs(arrays, (p, q) => {
      const [a, b] = [arrays[p]!, arrays[q]!];
      if (!isSameShape(dataset.inputs[a]!.shape, dataset.inputs[b]!.shape)) return;
      add(
        difference(sumOfInput(a), sumOfInput(b)),
        2 * name,
        isInteger(dataset.inputs[a]!) && isInteger(dataset.inputs[b]!),
      );
    });
    const scalars = scalarColumns(dataset);
    if (scalars.length > 2 && scalars.length <= LONGEST && haveOneDomain(dataset)) {
      add(sumOver(scalars), 1, dataset.inputs.every(isInteger));
    }
  }
  return features;
}
