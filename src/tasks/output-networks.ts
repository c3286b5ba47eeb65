import type { Activation, Network, NetworkInput } from "../enn/network.ts";
import type { Domain } from "../math/domain.ts";
import { nest, type Shape, sizeOf } from "../math/shape.ts";
import { type Families, onFrame, onLine } from "./family.ts";
import type { Frame } from "./frame.ts";
import { atLeast, inputX, type LayerPlan, type Neuron, networkOf, upTo } from "./neuron.ts";

const few: Domain = { kind: "integer", low: -3, high: 4 };
const real: Domain = { kind: "real" };

/** The inputs themselves, compared along the last axis. */
export function alongLastAxis(
  inputs: readonly NetworkInput[],
  activation: "argmax" | "softmax",
): Network {
  const { shape } = inputs[0]!;
  const copies = upTo(sizeOf(shape)).map((column): Neuron => {
    return { bias: 0, entries: [{ column, value: 1 }] };
  });
  return networkOf({
    inputs,
    layers: [{ activation, neurons: copies }],
    shape: shape.slice(0, -1),
  });
}

/** y[i] = the sum of row i, as a number. */
export function rowSums(rows: number, columns: number): Network {
  const neurons = upTo(rows).map((i): Neuron => {
    const entries = upTo(columns).map((j) => ({ column: i * columns + j, value: 1 }));
    return { bias: 0, entries };
  });
  return networkOf({
    inputs: inputX([rows, columns], few),
    layers: [{ activation: "identity", neurons }],
    shape: [rows],
  });
}

/** y[i] = x[i + 1] - x[i], as a number. */
export function differences(n: number): Network {
  return networkOf({ inputs: inputX([n], real), layers: [stepsUp(n)], shape: [n - 1] });
}

/** Two differences in a row that add up to more than 0: y[i] = x[i + 2] > x[i]. */
export function risesOverTwo(n: number): Network {
  const sums = upTo(n - 2).map((i): Neuron => {
    const entries = [i, i + 1].map((column) => ({ column, value: 1 }));
    return { bias: 0, entries };
  });
  const layers: LayerPlan[] = [stepsUp(n), { activation: "step", neurons: sums }];
  return networkOf({ inputs: inputX([n], few), layers, shape: [n - 2] });
}

/** y[i][j] = any of x[i][j][..]. */
export function depthAny(shape: Shape, activation: Activation): Network {
  const depth = shape.at(-1)!;
  const cells = upTo(sizeOf(shape) / depth);
  const neurons = cells.map((cell) =>
    atLeast(
      1,
      upTo(depth).map((k) => cell * depth + k),
    ),
  );
  return networkOf({
    inputs: inputX(shape),
    layers: [{ activation, neurons }],
    shape: shape.slice(0, -1),
  });
}

function stepsUp(n: number): LayerPlan {
  const neurons = upTo(n - 1).map((i): Neuron => {
    return {
      bias: 0,
      entries: [
        { column: i + 1, value: 1 },
        { column: i, value: -1 },
      ],
    };
  });
  return { activation: "identity", neurons };
}

const LINES = [3, 6, 20];
const FRAMES = [
  [2, 3],
  [4, 3],
  [5, 8],
] as const;
const CUBES = [
  [2, 2, 3],
  [3, 4, 2],
  [4, 5, 6],
] as const;

const placeOfLargest = (x: readonly number[]): number => x.indexOf(Math.max(...x));

export const outputFamilies: Families = [
  [
    "argmax-alone-real",
    onLine(
      LINES,
      (n) => alongLastAxis(inputX([n], real), "argmax"),
      (x) => [placeOfLargest(x)],
    ),
  ],
  [
    "argmax-of-each-row",
    onFrame(
      FRAMES,
      (...size) => alongLastAxis(inputX(size, few), "argmax"),
      (frame) => frame.map(placeOfLargest),
    ),
  ],
  [
    "argmax-of-each-cell",
    {
      sizes: CUBES,
      build: (size) => alongLastAxis(inputX(size, few), "argmax"),
      reference: (x, size) => cellsOf(x, size).map(placeOfLargest),
    },
  ],
  [
    "softmax-of-each-row",
    onFrame(
      FRAMES,
      (...size) => alongLastAxis(inputX(size, real), "softmax"),
      (frame) => frame.flatMap(probabilities),
    ),
  ],
  ["row-sums", onFrame(FRAMES, rowSums, (frame) => frame.map(total))],
  [
    "differences-real",
    onLine(LINES, differences, (x) => x.slice(1).map((value, i) => value - x[i]!)),
  ],
  [
    "rises-over-two",
    onLine(LINES, risesOverTwo, (x) => x.slice(2).map((value, i) => (value > x[i]! ? 1 : 0))),
  ],
  [
    "depth-any",
    {
      sizes: CUBES,
      build: (size) => depthAny(size, "step"),
      reference: (x, size) => cellsOf(x, size).map((cell) => Math.max(...cell)),
    },
  ],
];

/** The values along the last axis, for each place of the others. */
function cellsOf(x: readonly number[], size: Shape): Frame {
  return nest(x, [sizeOf(size) / size.at(-1)!, size.at(-1)!]) as Frame;
}

function probabilities(logits: readonly number[]): number[] {
  const powers = logits.map((logit) => Math.exp(logit));
  return powers.map((power) => power / total(powers));
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
