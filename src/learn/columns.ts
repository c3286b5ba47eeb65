import type { Dataset } from "../data/dataset.ts";
import { sizeOf } from "../math/shape.ts";

/** All input elements of a dataset side by side, as a network reads them. */
export interface Columns {
  readonly nSamples: number;
  /** (inputs): the first column of each. */
  readonly starts: readonly number[];
  readonly count: number;
  /** The values of one column: element `sample * stride + offset` of an array. */
  readonly at: (column: number) => Column;
}

export interface Column {
  readonly values: Float64Array;
  readonly stride: number;
  readonly offset: number;
}

export function columnsOf({ nSamples, inputs }: Dataset): Columns {
  const starts: number[] = [];
  const all: Column[] = [];
  for (const { shape, values } of inputs) {
    const stride = sizeOf(shape);
    starts.push(all.length);
    for (let offset = 0; offset < stride; offset++) all.push({ values, stride, offset });
  }
  return { nSamples, starts, count: all.length, at: (column) => all[column]! };
}
