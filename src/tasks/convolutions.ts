import type { Network } from "../enn/network.ts";
import type { Entry } from "../enn/sparse-matrix.ts";
import { type Families, type Family, onFrame, onLine } from "./family.ts";
import { type Border, cellOf, type Frame } from "./frame.ts";
import { inputX, networkOf, upTo } from "./neuron.ts";

/** What lies beyond the ends: the other end, zeros, or no outputs that would look there. */
export type Edge = Border | "valid";

/** One unit that stands at every place. */
export interface Kernel {
  readonly offsets: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
}

/** The kernel at every place of a line of bits, where "valid" at those from which it sees no end. */
export function convolution({ offsets, weights, bias }: Kernel, n: number, edge: Edge): Network {
  const neurons = placesOf(offsets, n, edge).map((place) => ({
    bias,
    entries: offsets.flatMap((offset, k): Entry[] => {
      const column = edge === "ring" ? (place + offset + n) % n : place + offset;
      return column < 0 || column >= n ? [] : [{ column, value: weights[k]! }];
    }),
  }));
  return networkOf({
    inputs: inputX([n]),
    layers: [{ activation: "step", neurons }],
    shape: [neurons.length],
  });
}

/** Most of a cell and its four neighbours. */
export function crossMajority(rows: number, columns: number, border: Border): Network {
  const neurons = upTo(rows * columns).map((place) => {
    const [row, column] = [Math.floor(place / columns), place % columns];
    const cells = CROSS.map(([down, right]) => [row + down, column + right] as const);
    const seen =
      border === "ring"
        ? cells
        : cells.filter(([i, j]) => i >= 0 && i < rows && j >= 0 && j < columns);
    const entries = seen.map(([i, j]) => ({
      column: ((i + rows) % rows) * columns + ((j + columns) % columns),
      value: 2,
    }));
    return { bias: -5, entries };
  });
  return networkOf({
    inputs: inputX([rows, columns]),
    layers: [{ activation: "step", neurons }],
    shape: [rows, columns],
  });
}

const CROSS = [
  [0, 0],
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const;

interface Rule {
  readonly name: string;
  readonly kernel: Kernel;
  /** The value at a place, given what stands at an offset from it. */
  readonly said: (at: (offset: number) => number) => boolean;
}

const RULES: readonly Rule[] = [
  {
    name: "shift",
    kernel: { offsets: [1], weights: [1], bias: 0 },
    said: (at) => at(1) === 1,
  },
  {
    name: "and-of-neighbours",
    kernel: { offsets: [-1, 1], weights: [1, 1], bias: -1 },
    said: (at) => at(-1) === 1 && at(1) === 1,
  },
  {
    name: "majority-of-3",
    kernel: { offsets: [-1, 0, 1], weights: [2, 2, 2], bias: -3 },
    said: (at) => at(-1) + at(0) + at(1) >= 2,
  },
  {
    name: "distance-2",
    kernel: { offsets: [-2, 0, 2], weights: [2, -2, 2], bias: -1 },
    said: (at) => (at(0) === 1 ? at(-2) + at(2) === 2 : at(-2) + at(2) > 0),
  },
];

const EDGES = ["ring", "zero", "valid"] as const;

export const convolutionFamilies: Families = [
  ...RULES.flatMap((rule) =>
    EDGES.map((edge): [string, Family] => [`${rule.name}-${edge}`, kernelFamily(rule, edge)]),
  ),
  ["cross-majority-ring", crossFamily("ring")],
  ["cross-majority-zero", crossFamily("zero")],
];

function kernelFamily({ kernel, said }: Rule, edge: Edge): Family {
  const border = edge === "ring" ? "ring" : "zero";
  return onLine(
    [5, 8, 20],
    (n) => convolution(kernel, n, edge),
    (x, n) =>
      placesOf(kernel.offsets, n, edge).map((place) =>
        said((offset) => cellOf(x, place + offset, border)) ? 1 : 0,
      ),
  );
}

function crossFamily(border: Border): Family {
  return onFrame(
    [
      [3, 4],
      [5, 6],
    ],
    (rows, columns) => crossMajority(rows, columns, border),
    (frame) =>
      frame.flatMap((row, i) =>
        row.map((own, j) => {
          const beside = cellOf(row, j - 1, border) + cellOf(row, j + 1, border);
          const upright = rowOf(frame, i - 1, border)[j]! + rowOf(frame, i + 1, border)[j]!;
          return own + beside + upright > 2 ? 1 : 0;
        }),
      ),
  );
}

function rowOf(frame: Frame, i: number, border: Border): readonly number[] {
  const inside = border === "ring" ? (i + frame.length) % frame.length : i;
  return frame[inside] ?? frame[0]!.map(() => 0);
}

function placesOf(offsets: readonly number[], n: number, edge: Edge): number[] {
  const isInside = (place: number) =>
    offsets.every((offset) => place + offset >= 0 && place + offset < n);
  return upTo(n).filter((place) => edge !== "valid" || isInside(place));
}
