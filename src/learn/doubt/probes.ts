import type { Dataset, Input } from "../../data/dataset.ts";
import { Random } from "../../math/random.ts";
import { sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import { sumsOf } from "../feature/feature.ts";
import type { PlacedRule } from "../network/term-units.ts";

/** At most so many inputs are made, with so many numbers in all. */
const MOST_PROBES = 1000;
const MOST_NUMBERS = 2e6;

/** Elements that are changed in a sample, where not all inputs can be made. */
const MOST_CHANGES = 3;

/**
 * Inputs that no sample shows, near to the samples: the elements that rules read take values that they
 * have in the samples. Where there are few, they take all of them together. Targets are empty.
 */
export function probesOf(dataset: Dataset, rules: readonly PlacedRule[], most: number): Dataset {
  const elements = elementsRead(dataset, rules);
  const nColumns = columnsOf(dataset).count;
  const count = Math.floor(Math.min(MOST_PROBES, most, MOST_NUMBERS / nColumns));
  const rows = new Map<string, Row>();
  const known = new Set(
    Array.from({ length: dataset.nSamples }, (_, k) => keyOf(rowOf(dataset, k))),
  );
  for (const row of isFew(elements, count)
    ? allRows(dataset, elements)
    : changedRows(dataset, elements, count)) {
    const key = keyOf(row);
    if (!known.has(key)) rows.set(key, row);
  }
  return datasetOf(dataset, [...rows.values()].slice(0, count));
}

/** (inputs): the values of one sample. */
type Row = readonly Float64Array[];

const keyOf = (row: Row): string => row.join(";");

function rowOf({ inputs }: Dataset, sample: number): Row {
  return inputs.map(({ shape, values }) => {
    const size = sizeOf(shape);
    return values.slice(sample * size, (sample + 1) * size);
  });
}

/** A place in an input that takes one value: a number, or the places of one text. */
interface Element {
  readonly input: number;
  readonly start: number;
  readonly width: number;
  /** What it may take: each value as the numbers at its places. */
  readonly values: readonly (readonly number[])[];
}

function elementsRead(dataset: Dataset, rules: readonly PlacedRule[]): Element[] {
  const { starts } = columnsOf(dataset);
  const found = new Map<string, Element>();
  for (const column of columnsRead(rules)) {
    const input = starts.findLastIndex((start) => start <= column);
    const width = widthOf(dataset.inputs[input]!);
    const offset = column - starts[input]!;
    const start = offset - (offset % width);
    const key = `${input}:${start}`;
    if (found.has(key)) continue;
    found.set(key, { input, start, width, values: valuesAt(dataset, { input, start, width }) });
  }
  return [...found.values()];
}

function columnsRead(rules: readonly PlacedRule[]): number[] {
  const columns = new Set<number>();
  for (const { rule, place } of rules) {
    for (const { at } of rule.features) {
      for (const sum of sumsOf(at(place))) for (const column of sum.columns) columns.add(column);
    }
  }
  return [...columns].sort((a, b) => a - b);
}

function widthOf({ domain }: Input): number {
  return domain.kind === "one-hot" ? domain.values.length : 1;
}

/** The values that an element has in the samples; of integers their neighbours, too. */
function valuesAt(
  { inputs, nSamples }: Dataset,
  { input, start, width }: Omit<Element, "values">,
): number[][] {
  const { values, shape, domain } = inputs[input]!;
  const size = sizeOf(shape);
  const found = new Map<string, number[]>();
  for (let sample = 0; sample < nSamples; sample++) {
    const value = [...values.subarray(sample * size + start, sample * size + start + width)];
    found.set(`${value}`, value);
  }
  if (domain.kind !== "integer") return [...found.values()];
  const near = [...found.values()].flatMap(([value]) => [value! - 1, value!, value! + 1]);
  return [...new Set(near)]
    .filter((value) => value >= domain.low && value <= domain.high)
    .sort((a, b) => a - b)
    .map((value) => [value]);
}

function isFew(elements: readonly Element[], most: number): boolean {
  let count = 1;
  for (const { values } of elements) {
    count *= values.length;
    if (count > most) return false;
  }
  return true;
}

/** All values of the elements together, in the place of those of the first sample. */
function allRows(dataset: Dataset, elements: readonly Element[]): Row[] {
  let rows: Row[] = [rowOf(dataset, 0)];
  for (const element of elements) {
    rows = rows.flatMap((row) => element.values.map((value) => withValue(row, element, value)));
  }
  return rows;
}

/** Samples of which a few elements are changed. */
function changedRows(dataset: Dataset, elements: readonly Element[], most: number): Row[] {
  const random = new Random(0);
  return Array.from({ length: most }, (_, k) => {
    let row = rowOf(dataset, random.below(dataset.nSamples));
    // Every other input has little in common with its sample.
    const nChanges = k % 2 === 0 ? 1 + random.below(MOST_CHANGES) : elements.length;
    for (let change = 0; change < nChanges; change++) {
      const element = elements[random.below(elements.length)]!;
      row = withValue(row, element, element.values[random.below(element.values.length)]!);
    }
    return row;
  });
}

function withValue(row: Row, { input, start }: Element, value: readonly number[]): Row {
  return row.map((values, index) => {
    if (index !== input) return values;
    const changed = values.slice();
    changed.set(value, start);
    return changed;
  });
}

function datasetOf(dataset: Dataset, rows: readonly Row[]): Dataset {
  const { target } = dataset;
  return {
    ...dataset,
    nSamples: rows.length,
    inputs: dataset.inputs.map((input, index) => ({
      ...input,
      values: Float64Array.from(rows.flatMap((row) => [...row[index]!])),
    })),
    target: { ...target, values: new Int32Array(rows.length * sizeOf(target.shape)) },
    places: [],
  };
}
