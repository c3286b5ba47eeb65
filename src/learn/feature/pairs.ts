import type { Dataset, Input } from "../../data/dataset.ts";
import { extremesOf } from "../../math/domain.ts";
import { isSameShape } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import { amountsOver, chosenAmount } from "./amounts.ts";
import { forPairs, isInteger, MOST_SUMMED } from "./arrays.ts";
import { besideScalars } from "./beside-scalar.ts";
import { nominalScalars } from "./counts.ts";
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

/** What compares elements with each other: scalars, neighbours, mirrored places, arrays place by place or beside a scalar. */
export function pairFeatures(dataset: Dataset): Feature[] {
  return [
    ...scalarPairs(dataset),
    ...nominalPairs(dataset),
    ...withinArrays(dataset),
    ...withinGrids(dataset),
    ...betweenArrays(dataset),
    ...besideScalars(dataset).flatMap(({ array, scalar, differences }) =>
      countsOver(differences, dataset, reachOf(dataset.inputs[array]!, dataset.inputs[scalar]!)),
    ),
  ];
}

/** Differences and sums of two scalars. */
function scalarPairs(dataset: Dataset): Feature[] {
  const scalars = dataset.inputs.flatMap((input, index) =>
    input.shape.length === 0 ? [{ index, input }] : [],
  );
  const { starts } = columnsOf(dataset);
  const bits = nameBits(scalars.length ** 2);
  const features: Feature[] = [];
  forPairs(
    scalars,
    (a, b) => {
      const [x, y] = [scalars[a]!, scalars[b]!];
      const columns = [starts[x.index]!, starts[y.index]!];
      const isOneDomain = JSON.stringify(x.input.domain) === JSON.stringify(y.input.domain);
      const named = bits + (isOneDomain ? 0 : OTHER_KIND_BITS);
      for (const weight of [-1, 1]) {
        const sum = sumOf(columns, [1, weight]);
        const areIntegers = isInteger(x.input) && isInteger(y.input);
        features.push(
          feature({ family: "pair", bits: named, isInteger: areIntegers, at: () => sum }),
        );
      }
    },
    MOST_SCALARS,
  );
  return features;
}

const MOST_SCALARS = 24;

/** Quantities of different ranges are seldom compared. */
const OTHER_KIND_BITS = 4;

/** Whether two nominal scalars have the same value: in how many values, 0 or 1, they agree. */
function nominalPairs(dataset: Dataset): Feature[] {
  const { starts } = columnsOf(dataset);
  const scalars = nominalScalars(dataset);
  const features: Feature[] = [];
  forPairs(
    scalars,
    (a, b) => {
      const [[p, { values: own }], [q, { values: other }]] = [scalars[a]!, scalars[b]!];
      const comparisons = own.flatMap((value, k): Comparison[] => {
        const same = other.indexOf(value);
        return same === -1
          ? []
          : [{ of: sumOf([starts[p]! + k, starts[q]! + same]), threshold: 1.5 }];
      });
      if (comparisons.length === 0) return;
      const weights = comparisons.map(() => 1);
      const bits = nameBits(scalars.length ** 2);
      const form: Form = { kind: "count", comparisons, weights };
      features.push(
        feature({ family: "pair", sub: ["agree", 2], bits, isInteger: true, at: () => form }),
      );
    },
    MOST_SCALARS,
  );
  return features;
}

/** Neighbours and mirrored places in an array of one axis. */
function withinArrays(dataset: Dataset): Feature[] {
  const { starts } = columnsOf(dataset);
  return dataset.inputs.flatMap((input, index) => {
    const length = input.shape[0]!;
    if (input.shape.length !== 1 || length < 3 || input.domain.kind === "one-hot") return [];
    const cell = (k: number): Sum => sumOf([starts[index]! + k]);
    const neighbours = Array.from({ length: length - 1 }, (_, k) =>
      difference(cell(k), cell(k + 1)),
    );
    const mirrored = Array.from({ length: Math.floor(length / 2) }, (_, k) =>
      difference(cell(k), cell(length - 1 - k)),
    );
    const counts = [neighbours, mirrored].flatMap((pairs) =>
      countsOver(pairs, dataset, reachOf(input, input)),
    );
    if (input.domain.kind !== "binary") return counts;
    const both = Array.from({ length: length - 1 }, (_, k) =>
      [k, k + 1].map((cell) => starts[index]! + cell),
    );
    return [...counts, bothCount(both, dataset)];
  });
}

/**
 * How often two neighbours are both 1 in an array of two axes, along each of them and across, and how often
 * neighbours along an axis differ, and cells that are mirrored along an axis or across the diagonal.
 */
function withinGrids(dataset: Dataset): Feature[] {
  const { starts } = columnsOf(dataset);
  return dataset.inputs.flatMap((input, index) => {
    const { shape, domain } = input;
    const [height, width] = shape as [number, number];
    if (shape.length !== 2 || domain.kind === "one-hot" || height * width > MOST_SUMMED) return [];
    const cellsOf = (pairs: readonly (readonly number[])[]): (readonly number[])[] =>
      pairs.map((cells) => cells.map((cell) => starts[index]! + cell));
    const differing = (pairs: readonly (readonly number[])[]): Feature[] =>
      countsOver(
        pairs.map(([a, b]) => difference(sumOf([a!]), sumOf([b!]))),
        dataset,
        reachOf(input, input),
      );
    const neighbours = NEIGHBOURS.flatMap(([down, right]) => {
      const pairs = cellsOf(steps({ height, width, down, right }));
      const isAlong = down === 0 || right === 0;
      return [
        ...(domain.kind === "binary" ? [bothCount(pairs, dataset)] : []),
        ...(isAlong ? differing(pairs) : []),
      ];
    });
    const mirrored = mirrors(height, width).flatMap((pairs) => differing(cellsOf(pairs)));
    return [...neighbours, ...mirrored];
  });
}

/** Cells, flat, with those that are mirrored: along the rows, along the columns, and of a square across its diagonal. */
function mirrors(height: number, width: number): (readonly (readonly number[])[])[] {
  const cells = Array.from({ length: height * width }, (_, cell) => cell);
  const pairedWith = (otherOf: (i: number, j: number) => number): (readonly number[])[] =>
    cells
      .map((cell) => [cell, otherOf(Math.floor(cell / width), cell % width)] as const)
      .filter(([cell, other]) => cell < other);
  return [
    pairedWith((i, j) => i * width + width - 1 - j),
    pairedWith((i, j) => (height - 1 - i) * width + j),
    ...(height === width ? [pairedWith((i, j) => j * width + i)] : []),
  ];
}

interface Step {
  readonly height: number;
  readonly width: number;
  readonly down: number;
  readonly right: number;
}

/** Every cell, flat, with the one that lies a step from it. */
function steps({ height, width, down, right }: Step): (readonly number[])[] {
  const pairs: (readonly number[])[] = [];
  for (let i = 0; i + down < height; i++) {
    for (let j = Math.max(0, -right); j + Math.max(0, right) < width; j++) {
      pairs.push([i * width + j, (i + down) * width + j + right]);
    }
  }
  return pairs;
}

/** How many of these pairs of bits are both 1. */
function bothCount(pairs: readonly (readonly number[])[], dataset: Dataset): Feature {
  const comparisons = pairs.map((columns): Comparison => ({ of: sumOf(columns), threshold: 1.5 }));
  const form: Form = { kind: "count", comparisons, weights: comparisons.map(() => 1) };
  const bits = nameBits(NEIGHBOURS.length * dataset.inputs.length);
  return feature({ family: "count", bits, isInteger: true, at: () => form });
}

/** Steps down and to the right. */
const NEIGHBOURS = [
  [0, 1],
  [1, 0],
  [1, 1],
  [1, -1],
] as const;

/** Two arrays of one shape, place by place. */
function betweenArrays(dataset: Dataset): Feature[] {
  const { starts } = columnsOf(dataset);
  const features: Feature[] = [];
  forPairs(dataset.inputs, (a, b) => {
    const [x, y] = [dataset.inputs[a]!, dataset.inputs[b]!];
    if (x.domain.kind === "one-hot" && x.shape.length === 1) return;
    if (x.shape.length === 0 || !isSameShape(x.shape, y.shape)) return;
    const size = x.shape.reduce((product, length) => product * length, 1);
    const pairs = Array.from({ length: size }, (_, k) =>
      difference(sumOf([starts[a]! + k]), sumOf([starts[b]! + k])),
    );
    features.push(...countsOver(pairs, dataset, reachOf(x, y)));
    features.push(...chosenAmounts(dataset, a, b));
    if (x.domain.kind !== "binary" || y.domain.kind !== "binary") return;
    const both = Array.from({ length: size }, (_, k) => [starts[a]! + k, starts[b]! + k]);
    features.push(bothCount(both, dataset));
  });
  return features;
}

/** What the integers of one array add up to at those places where the bits of the other one are 1. */
function chosenAmounts(dataset: Dataset, a: number, b: number): Feature[] {
  const { starts } = columnsOf(dataset);
  const isBits = (input: number): boolean => dataset.inputs[input]!.domain.kind === "binary";
  return [
    [a, b],
    [b, a],
  ].flatMap(([integers, bits]) => {
    const input = dataset.inputs[integers!]!;
    if (input.domain.kind !== "integer" || !isBits(bits!)) return [];
    const cells = { input, start: starts[integers!]! };
    return chosenAmount(cells, starts[bits!]!, nameBits(dataset.inputs.length));
  });
}

/** How many of the differences are positive, negative, and not zero, and how far they are so in sum. */
function countsOver(pairs: readonly Sum[], dataset: Dataset, reach: number): Feature[] {
  // Between reals there is no threshold that no pair can tie.
  if (reach === Number.POSITIVE_INFINITY) return [];
  const above: Comparison[] = pairs.map((of) => ({ of, threshold: 0.5 }));
  const below: Comparison[] = pairs.map((sum) => ({ of: opposite(sum), threshold: 0.5 }));
  const counts = [above, below, [...above, ...below]].map((comparisons) => {
    const form: Form = { kind: "count", comparisons, weights: comparisons.map(() => 1) };
    const bits = nameBits(3 * dataset.inputs.length);
    return feature({ family: "count", bits, isInteger: true, at: () => form });
  });
  return [...counts, ...amountsOver(pairs, reach, dataset)];
}

/** How far a cell of one input may be from one of another. */
function reachOf(a: Input, b: Input): number {
  const [x, y] = [extremesOf(a.domain), extremesOf(b.domain)];
  return Math.max(x.high - y.low, y.high - x.low);
}
