import type { Dataset, Input } from "../../data/dataset.ts";
import { sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import { type Comparison, type Feature, type Form, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/**
 * How many windows of an array of 0 and 1 look like this: a few neighbouring cells, along an axis or in a
 * square, that have certain values or are all alike. What says whether a pattern occurs anywhere.
 *
 * For a target that is one value. Cost: some dozens of features times windows times cases.
 */
export function windowFeatures(dataset: Dataset): Feature[] {
  const { inputs, target } = dataset;
  if (target.shape.length > 0) return [];
  const { starts } = columnsOf(dataset);
  return inputs.flatMap((input, index) => {
    const shapes = areLooked(input, dataset) ? shapesIn(input) : [];
    return shapes.flatMap((offsets) => {
      const windows = windowsOf(offsets, input.shape, starts[index]!);
      const looks = looksOf(offsets.length);
      const bits = nameBits(inputs.length) + nameBits(shapes.length) + nameBits(looks.length);
      return looks.map((look) => counting(windows, look, bits));
    });
  });
}

/** Has every input windows? Beside a few cells of another one they hardly ever say anything. */
export function haveWindows(dataset: Dataset): boolean {
  return dataset.inputs.every((input) => areLooked(input, dataset));
}

/** Steps down and to the right from the first cell of a window. */
type Offset = readonly [down: number, right: number];

/** Two cells, three in a line, corners, and a square: of each cell the steps down and to the right. */
const SHAPES: readonly (readonly Offset[])[] = [
  ...["00 01", "00 02", "00 01 02"],
  ...["00 10", "00 11", "01 10", "00 20", "00 10 20"],
  ...["00 01 10", "00 01 11", "00 10 11", "01 10 11", "00 01 10 11"],
].map((cells) => cells.split(" ").map((cell) => [Number(cell[0]), Number(cell[1])] as const));

/** In shorter arrays single cells say as much. */
const SHORTEST = { line: 6, picture: 4 };

/** Numbers of an array in all samples: more would take too long. */
const MOST_NUMBERS = 2e5;

function areLooked({ shape, domain }: Input, { nSamples }: Dataset): boolean {
  if (domain.kind !== "binary" || shape.length === 0 || shape.length > 2) return false;
  const shortest = shape.length === 1 ? SHORTEST.line : SHORTEST.picture;
  return shape.every((length) => length >= shortest) && sizeOf(shape) * nSamples <= MOST_NUMBERS;
}

function shapesIn({ shape }: Input): readonly (readonly Offset[])[] {
  return shape.length === 2
    ? SHAPES
    : SHAPES.filter((offsets) => offsets.every(([down]) => down === 0));
}

/** The columns of every window of a shape. */
function windowsOf(
  offsets: readonly Offset[],
  shape: readonly number[],
  start: number,
): number[][] {
  const [height, width] = shape.length === 2 ? [shape[0]!, shape[1]!] : [1, shape[0]!];
  const down = Math.max(...offsets.map(([down]) => down));
  const right = Math.max(...offsets.map(([, right]) => right));
  const windows: number[][] = [];
  for (let i = 0; i + down < height; i++) {
    for (let j = 0; j + right < width; j++) {
      windows.push(offsets.map(([down, right]) => start + (i + down) * width + j + right));
    }
  }
  return windows;
}

/** What the cells of a window may be: given values, or any that are alike. */
type Look = readonly number[] | "alike";

function looksOf(nCells: number): Look[] {
  const given = Array.from({ length: 2 ** nCells }, (_, row) =>
    Array.from({ length: nCells }, (_, k) => (row >> (nCells - 1 - k)) & 1),
  );
  return [...given, "alike"];
}

function counting(windows: readonly (readonly number[])[], look: Look, bits: number): Feature {
  const looks = look === "alike" ? [0, 1].map((value) => windows[0]!.map(() => value)) : [look];
  const comparisons = looks.flatMap((values) =>
    windows.map((cells) => comparisonOf(cells, values)),
  );
  const form: Form = { kind: "count", comparisons, weights: comparisons.map(() => 1) };
  return feature({
    family: "window",
    bits,
    isInteger: true,
    thresholds: FEW,
    values: ONE,
    at: () => form,
  });
}

/** All cells have their values: those that are 1 less those that are 0 are as many as can be. */
function comparisonOf(cells: readonly number[], values: readonly number[]): Comparison {
  const weights = values.map((value) => (value === 1 ? 1 : -1));
  const nOnes = values.filter((value) => value === 1).length;
  return { of: sumOf(cells, weights), threshold: nOnes - 0.5 };
}

/** Any, none, just one, at least two: more are hardly ever asked for. */
const FEW = [0.5, 1.5];
const ONE = [1];
