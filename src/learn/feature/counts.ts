import type { Dataset } from "../../data/dataset.ts";
import type { Domain } from "../../math/domain.ts";
import { sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import { MOST_SUMMED, scalarColumns } from "./arrays.ts";
import { type Comparison, type Feature, type Form, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** How many scalars, or elements of an array, have a certain value. */
export function countFeatures(dataset: Dataset): Feature[] {
  return [...valueCounts(dataset), ...arrayCounts(dataset), ...nominalCounts(dataset)];
}

/** How many of the integer scalars have a certain value. */
function valueCounts(dataset: Dataset): Feature[] {
  const columns = scalarColumns(dataset);
  const values = new Set<number>();
  for (const { shape, domain } of dataset.inputs) {
    if (shape.length > 0) continue;
    if (domain.kind !== "integer" || domain.high - domain.low >= MOST_COUNTED) return [];
    for (let value = domain.low; value <= domain.high; value++) values.add(value);
  }
  if (columns.length < 2 || values.size < 2) return [];
  return [...values].map((value) => {
    const comparisons = columns.flatMap((column): Comparison[] => [
      { of: sumOf([column]), threshold: value - 0.5 },
      { of: sumOf([column]), threshold: value + 0.5 },
    ]);
    const weights = comparisons.map((_, k) => (k % 2 === 0 ? 1 : -1));
    const form: Form = { kind: "count", comparisons, weights };
    return feature({
      family: "count",
      bits: nameBits(values.size),
      isInteger: true,
      at: () => form,
    });
  });
}

const MOST_COUNTED = 16;

/** How many elements of an array of small integers have a certain value, or a larger one. */
function arrayCounts(dataset: Dataset): Feature[] {
  const { starts } = columnsOf(dataset);
  return dataset.inputs.flatMap(({ shape, domain }, input): Feature[] => {
    const size = sizeOf(shape);
    if (shape.length === 0 || size > MOST_SUMMED || domain.kind !== "integer") return [];
    const { low, high } = domain;
    if (high - low < 2 || high - low >= MOST_COUNTED) return [];
    const bits = nameBits(dataset.inputs.length) + nameBits(2 * (high - low));
    const columns = Array.from({ length: size }, (_, k) => starts[input]! + k);
    const counting = (thresholds: readonly number[]): Feature => {
      const comparisons = columns.flatMap((column) =>
        thresholds.map((threshold): Comparison => ({ of: sumOf([column]), threshold })),
      );
      const weights = comparisons.map((_, k) => (k % thresholds.length === 0 ? 1 : -1));
      const form: Form = { kind: "count", comparisons, weights };
      return feature({ family: "count", bits, isInteger: true, at: () => form });
    };
    return Array.from({ length: high - low + 1 }, (_, k) => low + k).flatMap((value) => [
      ...(value > low ? [counting([value - 0.5])] : []),
      ...(value > low && value < high ? [counting([value - 0.5, value + 0.5])] : []),
    ]);
  });
}

/** How many of the nominal scalars have a certain value. */
function nominalCounts(dataset: Dataset): Feature[] {
  const { starts } = columnsOf(dataset);
  const columns = new Map<string, number[]>();
  for (const [index, { values }] of nominalScalars(dataset)) {
    values.forEach((value, k) => {
      columns.set(value, [...(columns.get(value) ?? []), starts[index]! + k]);
    });
  }
  const shared = [...columns].filter(([, list]) => list.length > 1);
  return shared.map(([, list]) => {
    const sum = sumOf(list);
    return feature({
      family: "count",
      bits: nameBits(shared.length),
      isInteger: true,
      at: () => sum,
    });
  });
}

export function nominalScalars({ inputs }: Dataset): [number, Domain & { kind: "one-hot" }][] {
  return inputs
    .flatMap(({ shape, domain }, index) =>
      domain.kind === "one-hot" && shape.length === 1 ? [[index, domain] as const] : [],
    )
    .map(([index, domain]) => [index, domain]);
}
