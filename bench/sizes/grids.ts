import type { Random } from "../../src/math/random.ts";
import { lifeStep } from "../../src/tasks/life.ts";
import { grid, type SizedProblem } from "./problem.ts";

type Grid = readonly (readonly number[])[];

interface GridProblem {
  readonly name: string;
  readonly answer: (x: Grid) => unknown;
  readonly byHand: string;
  readonly sizes?: readonly number[];
  readonly draw?: (size: number, random: Random) => number[][];
}

function problem({
  name,
  answer,
  byHand,
  sizes = [6, 7, 8],
  draw = grid,
}: GridProblem): SizedProblem {
  const body = byHand.includes("return ") ? byHand : `    return ${byHand}`;
  return {
    name,
    sizes,
    byHand: `def f(x):\n${body}\n`,
    draw: (size, random) => {
      const x = draw(size, random);
      return { x, y: answer(x) };
    },
  };
}

const sparse = (size: number, random: Random): number[][] => grid(size, random, 0.15);
const dense = (size: number, random: Random): number[][] => grid(size, random, 0.85);

const around = (x: Grid, i: number, j: number): number[] =>
  [-1, 0, 1].flatMap((di) => [-1, 0, 1].map((dj) => x[i + di]?.[j + dj] ?? 0));

const cellwise =
  (answer: (x: Grid, i: number, j: number) => boolean) =>
  (x: Grid): number[][] =>
    x.map((row, i) => row.map((_, j) => (answer(x, i, j) ? 1 : 0)));

const total = (cells: readonly number[]): number => cells.reduce((sum, cell) => sum + cell, 0);

const padded = (test: string): string =>
  [
    "    n, m = len(x), len(x[0])",
    "    edge = [0] * (m + 2)",
    "    p = [edge, *([0, *row, 0] for row in x), edge]",
    "    return [",
    `        [int(${test}) for j in range(m)]`,
    "        for i in range(n)",
    "    ]",
  ].join("\n");

/** One row is full in half of them; else some lack a single cell. */
function nearFullRow(size: number, random: Random): number[][] {
  const x = grid(size, random, 0.6);
  const row = random.below(size);
  x[row]!.fill(1);
  if (random.bit() === 1) x[row]![random.below(size)] = 0;
  return x;
}

/** A full row or column. */
function fullLine(size: number, random: Random): number[][] {
  const [isRow, at] = [random.bit() === 1, random.below(size)];
  return square(size, (i, j) => (isRow ? i : j) === at);
}

/** A plus or a cross, of any size and at any place. */
function plusOrCross(size: number, random: Random): number[][] {
  const arm = 1 + random.below(Math.floor((size - 1) / 2));
  const [top, left] = [0, 0].map(() => random.below(size - 2 * arm)) as [number, number];
  const isPlus = random.bit() === 1;
  return square(size, (i, j) => {
    const [down, right] = [Math.abs(i - top - arm), Math.abs(j - left - arm)];
    return Math.max(down, right) <= arm && (isPlus ? down * right === 0 : down === right);
  });
}

const square = (size: number, isSet: (i: number, j: number) => boolean): number[][] =>
  Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => (isSet(i, j) ? 1 : 0)),
  );

export const GRIDS: readonly SizedProblem[] = [
  problem({
    name: "Life",
    answer: (x) => lifeStep(x, "ring"),
    byHand: [
      "    n, m = len(x), len(x[0])",
      "    y = [[0] * m for _ in range(n)]",
      "    for i in range(n):",
      "        for j in range(m):",
      "            rows = [x[i - 1], x[i], x[(i + 1) % n]]",
      "            total = sum(row[j - 1] + row[j] + row[(j + 1) % m] for row in rows)",
      "            y[i][j] = int(total == 3 or total == 4 and x[i][j])",
      "    return y",
    ].join("\n"),
  }),
  problem({
    name: "transpose",
    answer: (x) => x[0]!.map((_, j) => x.map((row) => row[j])),
    byHand: "[list(column) for column in zip(*x)]",
  }),
  problem({
    name: "dilation",
    answer: cellwise((x, i, j) => around(x, i, j).includes(1)),
    byHand: padded("any(any(row[j : j + 3]) for row in p[i : i + 3])"),
    draw: sparse,
  }),
  problem({
    name: "erosion",
    answer: cellwise((x, i, j) => total(around(x, i, j)) === 9),
    byHand: padded("all(all(row[j : j + 3]) for row in p[i : i + 3])"),
    draw: dense,
  }),
  problem({
    name: "edge detection",
    answer: cellwise((x, i, j) => {
      const [, above, , left, own, right, , below] = around(x, i, j);
      return own === 1 && total([above!, left!, right!, below!]) < 4;
    }),
    byHand: padded(
      "p[i + 1][j + 1] and not (p[i][j + 1] and p[i + 2][j + 1] and p[i + 1][j] and p[i + 1][j + 2])",
    ),
    draw: dense,
  }),
  problem({
    name: "any in each row",
    answer: (x) => x.map((row) => (row.includes(1) ? 1 : 0)),
    byHand: "[int(any(row)) for row in x]",
    draw: sparse,
  }),
  problem({
    name: "brighter half",
    answer: (x) => {
      const half = x.length / 2;
      const left = total(x.flatMap((row) => row.slice(0, half)));
      return 2 * left > total(x.flat()) ? 1 : 0;
    },
    byHand:
      "    half = len(x[0]) // 2\n    return int(sum(sum(row[:half]) for row in x) > sum(sum(row[half:]) for row in x))",
    sizes: [4, 6, 8],
  }),
  problem({
    name: "a full row",
    answer: (x) => (x.some((row) => !row.includes(0)) ? 1 : 0),
    byHand: "int(any(map(all, x)))",
    draw: nearFullRow,
  }),
  problem({
    name: "orientation",
    answer: (x) => (x.some((row) => !row.includes(0)) ? 1 : 0),
    byHand: "int(max(map(sum, x)) > max(map(sum, zip(*x))))",
    draw: fullLine,
  }),
  problem({
    name: "plus against cross",
    answer: (x) => (x.some((row) => row.some((cell, j) => cell === 1 && row[j + 1] === 1)) ? 1 : 0),
    byHand: "int(any(a and b for row in x for a, b in zip(row, row[1:])))",
    draw: plusOrCross,
  }),
];
