import type { Dataset, Input } from "../../data/dataset.ts";
import { coordinatesOf, isSameShape, sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import { difference, type Feature, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** Sums over whole input arrays, over their rows and columns, all but one, halves, and over all scalars. */
export function arrayFeatures(dataset: Dataset): Feature[] {
  const parts = [...dataset.inputs.keys()].flatMap((input) => [
    ...totalsOf(dataset, input),
    ...allButOne(dataset, input),
  ]);
  const scalars = scalarColumns(dataset);
  // A sum of quantities of different kinds says nothing.
  if (scalars.length > 1 && scalars.length <= MOST_SUMMED && haveOneDomain(dataset)) {
    const isInteger = dataset.inputs.every(({ domain }) => domain.kind !== "real");
    parts.push(part("whole", scalars, { bits: 0, isInteger }));
    // All but one: what the others say about it.
    for (const left of scalars) {
      const rest = scalars.filter((column) => column !== left);
      parts.push(part("part", rest, { bits: nameBits(scalars.length), isInteger }));
    }
  }
  return [...parts, ...differences(dataset)];
}

/** Whether all scalars are of one kind, as far as their ranges tell. */
export function haveOneDomain({ inputs }: Dataset): boolean {
  const scalars = inputs.filter(({ shape }) => shape.length === 0);
  return new Set(scalars.map(({ domain }) => JSON.stringify(domain))).size === 1;
}

/** Sums over more elements than this are not worth their cost. */
export const MOST_SUMMED = 4096;

/** Arrays up to this size have sums of all but one element. */
const MOST_LEFT_OUT = 64;

function part(
  family: "whole" | "part",
  columns: readonly number[],
  { bits, isInteger }: Pick<Feature, "bits" | "isInteger">,
): Feature {
  const sum = sumOf(columns);
  return feature({ family, bits, isInteger, at: () => sum });
}

/** Sums over a whole input array, and over its rows and columns. */
export function totalsOf(dataset: Dataset, input: number): Feature[] {
  const { shape, domain } = dataset.inputs[input]!;
  const all = columnsOfInput(dataset, input);
  if (shape.length === 0 || all.length > MOST_SUMMED) return [];
  const isInteger = domain.kind !== "real";
  const name = nameBits(dataset.inputs.length);
  const slices = shape.flatMap((length, axis) =>
    shape.length === 1
      ? []
      : Array.from({ length }, (_, index) => {
          const slice = all.filter((_, k) => coordinatesOf(k, shape)[axis] === index);
          const bits = name + nameBits(shape.length * length);
          return part("part", slice, { bits, isInteger });
        }),
  );
  return [part("whole", all, { bits: name, isInteger }), ...slices];
}

function allButOne(dataset: Dataset, input: number): Feature[] {
  const { shape, domain } = dataset.inputs[input]!;
  const all = columnsOfInput(dataset, input);
  if (shape.length === 0 || all.length > MOST_LEFT_OUT) return [];
  const bits = nameBits(dataset.inputs.length) + nameBits(all.length);
  return all.map((left) => {
    const rest = all.filter((column) => column !== left);
    return part("part", rest, { bits, isInteger: domain.kind !== "real" });
  });
}

function columnsOfInput(dataset: Dataset, input: number): number[] {
  const start = columnsOf(dataset).starts[input]!;
  return Array.from({ length: sizeOf(dataset.inputs[input]!.shape) }, (_, k) => start + k);
}

/** Totals of two arrays against each other, and the two halves of one. */
function differences(dataset: Dataset): Feature[] {
  const { starts } = columnsOf(dataset);
  const total = (input: number) => {
    const size = sizeOf(dataset.inputs[input]!.shape);
    return sumOf(Array.from({ length: size }, (_, k) => starts[input]! + k));
  };
  const features: Feature[] = [];
  forPairs(dataset.inputs, (a, b) => {
    const [x, y] = [dataset.inputs[a]!, dataset.inputs[b]!];
    if (x.shape.length === 0 || y.shape.length === 0 || sizeOf(x.shape) > MOST_SUMMED) return;
    const sum = difference(total(a), total(b));
    const bits = nameBits(dataset.inputs.length ** 2);
    features.push(
      feature({ family: "part", bits, isInteger: isInteger(x) && isInteger(y), at: () => sum }),
    );
  });
  dataset.inputs.forEach((array, input) => {
    array.shape.forEach((length, axis) => {
      if (length < 4 || sizeOf(array.shape) > MOST_SUMMED) return;
      const half = (isSecond: boolean) =>
        sumOf(
          total(input).columns.filter((_, k) => {
            const index = coordinatesOf(k, array.shape)[axis]!;
            return isSecond ? index >= Math.ceil(length / 2) : index < Math.floor(length / 2);
          }),
        );
      const sum = difference(half(false), half(true));
      const bits = 1 + nameBits(dataset.inputs.length * array.shape.length);
      features.push(feature({ family: "part", bits, isInteger: isInteger(array), at: () => sum }));
    });
  });
  return features;
}

export function isInteger({ domain }: Input): boolean {
  return domain.kind !== "real";
}

/** Columns of the inputs that are single numbers. */
export function scalarColumns(dataset: Dataset): number[] {
  const { starts } = columnsOf(dataset);
  return dataset.inputs.flatMap(({ shape }, input) => (shape.length === 0 ? [starts[input]!] : []));
}

/** All pairs a < b of inputs, up to a number beyond which pairs are not looked at. */
export function forPairs<Item>(
  items: readonly Item[],
  visit: (a: number, b: number) => void,
  most = 64,
): void {
  if (items.length > most) return;
  for (let a = 0; a < items.length; a++) for (let b = a + 1; b < items.length; b++) visit(a, b);
}

export { isSameShape };
