import type { Network } from "../enn/network.ts";
import type { Shape } from "../math/shape.ts";
import { type Families, type Family, onFrame } from "./family.ts";
import type { Frame } from "./frame.ts";
import { atLeast, inputX, type Neuron, networkOf, upTo } from "./neuron.ts";

/** One step unit for each output, over a picture of bits. */
export function overFrame(size: Shape, shape: Shape, neurons: readonly Neuron[]): Network {
  return networkOf({ inputs: inputX(size), layers: [{ activation: "step", neurons }], shape });
}

/** y[i] = any of row i. */
export function rowAny(rows: number, columns: number): Network {
  const units = upTo(rows).map((i) =>
    atLeast(
      1,
      upTo(columns).map((j) => i * columns + j),
    ),
  );
  return overFrame([rows, columns], [rows], units);
}

/** y[j] = two or more of column j. */
export function columnAtLeastTwo(rows: number, columns: number): Network {
  const units = upTo(columns).map((j) =>
    atLeast(
      2,
      upTo(rows).map((i) => i * columns + j),
    ),
  );
  return overFrame([rows, columns], [columns], units);
}

/** Any of the cells from the top left to the bottom right. */
export function diagonalAny(n: number): Network {
  return overFrame(
    [n, n],
    [],
    [
      atLeast(
        1,
        upTo(n).map((i) => i * n + i),
      ),
    ],
  );
}

/** Any of the cells from the top right to the bottom left. */
export function antiDiagonalAny(n: number): Network {
  return overFrame(
    [n, n],
    [],
    [
      atLeast(
        1,
        upTo(n).map((i) => i * n + n - 1 - i),
      ),
    ],
  );
}

/** Any of the cells above the diagonal, i < j. */
export function triangleAny(n: number): Network {
  const above = upTo(n * n).filter((cell) => Math.floor(cell / n) < cell % n);
  return overFrame([n, n], [], [atLeast(1, above)]);
}

/** y[j][i] = x[i][j]. */
export function transpose(rows: number, columns: number): Network {
  const cells = upTo(columns).flatMap((j) => upTo(rows).map((i) => i * columns + j));
  return overFrame(
    [rows, columns],
    [columns, rows],
    cells.map((cell) => atLeast(1, [cell])),
  );
}

/** y[i] = is the sum of the columns' weights, where row i is 1, above a limit? */
export function weightedRows(
  [rows, columns]: Shape,
  weights: readonly number[],
  limit: number,
): Network {
  const units = upTo(rows!).map((i): Neuron => {
    const entries = weights.map((value, j) => ({ column: i * columns! + j, value }));
    return { bias: -limit, entries };
  });
  return overFrame([rows!, columns!], [rows!], units);
}

const FRAMES = [
  [2, 3],
  [4, 3],
  [5, 8],
] as const;
const SQUARES = [
  [2, 2],
  [3, 3],
  [6, 6],
] as const;

const say = (truth: boolean): number => (truth ? 1 : 0);

export const rowFamilies: Families = [
  ["row-any", onFrame(FRAMES, rowAny, (frame) => frame.map((row) => say(row.includes(1))))],
  [
    "column-at-least-2",
    onFrame(FRAMES, columnAtLeastTwo, (frame) =>
      columnsOf(frame).map((column) => say(total(column) > 1)),
    ),
  ],
  [
    "diagonal-any",
    onFrame(SQUARES, diagonalAny, (frame) => [say(frame.some((row, i) => row[i] === 1))]),
  ],
  [
    "anti-diagonal-any",
    onFrame(SQUARES, antiDiagonalAny, (frame) => [
      say(frame.some((row, i) => row.at(-1 - i) === 1)),
    ]),
  ],
  [
    "triangle-any",
    onFrame(SQUARES, triangleAny, (frame) => [
      say(frame.some((row, i) => row.slice(i + 1).includes(1))),
    ]),
  ],
  ["transpose", onFrame(FRAMES, transpose, (frame) => columnsOf(frame).flat())],
  ["position-weighted-rows", rowsByPosition()],
  ["binary-weighted-rows", rowsAsNumbers()],
];

/** Weights 1, 2, 3, .. along a row, against half of their sum. */
function rowsByPosition(): Family {
  const limit = (columns: number) => Math.floor((columns * (columns + 1)) / 4);
  return onFrame(
    FRAMES,
    (rows, columns) =>
      weightedRows(
        [rows, columns],
        upTo(columns).map((j) => j + 1),
        limit(columns),
      ),
    (frame) =>
      frame.map((row) => say(total(row.map((bit, j) => bit * (j + 1))) > limit(row.length))),
  );
}

/** Weights 1, 2, 4, .. along a row, against a third of the power that follows. */
function rowsAsNumbers(): Family {
  const limit = (columns: number) => Math.floor(2 ** columns / 3);
  return onFrame(
    FRAMES,
    (rows, columns) =>
      weightedRows(
        [rows, columns],
        upTo(columns).map((j) => 2 ** j),
        limit(columns),
      ),
    (frame) =>
      frame.map((row) => say(Number.parseInt([...row].reverse().join(""), 2) > limit(row.length))),
  );
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function columnsOf(frame: Frame): number[][] {
  return frame[0]!.map((_, j) => frame.map((row) => row[j]!));
}
