import type { Network } from "../enn/network.ts";
import type { Shape } from "../math/shape.ts";
import { type Families, onFrame, onLine } from "./family.ts";
import { atLeast, inputX, type Neuron, networkOf, upTo } from "./neuron.ts";

/** y[k] = any of the k-th set of inputs. */
export function anyOfEach(
  size: Shape,
  sets: readonly (readonly number[])[],
  shape: Shape,
): Network {
  const neurons = sets.map((columns) => atLeast(1, columns));
  return networkOf({ inputs: inputX(size), layers: [{ activation: "step", neurons }], shape });
}

/** y[i] = x[2i] or x[2i + 1]. */
export function pairPool(n: number): Network {
  const pairs = upTo(Math.floor(n / 2)).map((i) => [2 * i, 2 * i + 1]);
  return anyOfEach([n], pairs, [pairs.length]);
}

/** y[i] = x[2i]. */
export function everyOther(n: number): Network {
  const cells = upTo(Math.ceil(n / 2)).map((i) => [2 * i]);
  return anyOfEach([n], cells, [cells.length]);
}

/** y[i] = x[n - 1 - i]. */
export function reversal(n: number): Network {
  return anyOfEach(
    [n],
    upTo(n).map((i) => [n - 1 - i]),
    [n],
  );
}

/** y[i] = x[i // 2], twice as long. */
export function upSampling(n: number): Network {
  return anyOfEach(
    [n],
    upTo(2 * n).map((i) => [Math.floor(i / 2)]),
    [2 * n],
  );
}

/** y[i] = any of x[0..i]. */
export function prefixAny(n: number): Network {
  return anyOfEach(
    [n],
    upTo(n).map((i) => upTo(i + 1)),
    [n],
  );
}

/** y[i][j] = any of the 2x2 block at 2i, 2j. */
export function blockPool(rows: number, columns: number): Network {
  const [down, right] = [Math.floor(rows / 2), Math.floor(columns / 2)];
  const corners = upTo(down).flatMap((i) => upTo(right).map((j) => 2 * i * columns + 2 * j));
  const blocks = corners.map((at) => [at, at + 1, at + columns, at + columns + 1]);
  return anyOfEach([rows, columns], blocks, [down, right]);
}

/** Outputs 2i: x[i] and the next one on the ring; outputs 2i + 1: x[i] or the one before. */
export function interleaved(n: number, shape: Shape): Network {
  const neurons = upTo(n).flatMap((i): Neuron[] => [
    atLeast(2, [i, (i + 1) % n]),
    atLeast(1, [i, (i + n - 1) % n]),
  ]);
  return networkOf({ inputs: inputX([n]), layers: [{ activation: "step", neurons }], shape });
}

/** Outputs that are always 0, always 1, or x[i], by turns. */
export function everyThirdConstant(n: number): Network {
  const neurons = upTo(n).map((i): Neuron => {
    if (i % 3 === 2) return atLeast(1, [i]);
    return { bias: i % 3 === 1 ? 1 : -1, entries: [] };
  });
  return networkOf({ inputs: inputX([n]), layers: [{ activation: "step", neurons }], shape: [n] });
}

/** Hidden units that are always -1 or +1 lift the threshold: any becomes two or more. */
export function constantUnits(n: number): Network {
  const cells = upTo(n).map((i) => atLeast(1, [i]));
  const constants: Neuron[] = [
    { bias: 3, entries: [] },
    { bias: -2, entries: [] },
    { bias: 0, entries: [] },
  ];
  const weights = [...upTo(n).map(() => 1), 1, 3, 5];
  // Ones count +1, zeros -1: 2 count - n + 1 - 3 + (n - 1) is above 0 from two ones on.
  const concept = { bias: n - 1, entries: weights.map((value, column) => ({ column, value })) };
  return networkOf({
    inputs: inputX([n]),
    layers: [
      { activation: "sign", neurons: [...cells, ...constants] },
      { activation: "sign", neurons: [concept] },
    ],
    shape: [],
  });
}

/** The same answer for every input. */
export function constant(n: number): Network {
  const neurons = upTo(n).map((): Neuron => ({ bias: 1, entries: [] }));
  return networkOf({ inputs: inputX([n]), layers: [{ activation: "sign", neurons }], shape: [n] });
}

const LINES = [4, 8, 20];

export const indexFamilies: Families = [
  ["pair-pool", onLine(LINES, pairPool, (x) => halves(x).map(([a, b]) => Math.max(a, b)))],
  ["every-other", onLine([5, 8, 21], everyOther, (x) => x.filter((_, i) => i % 2 === 0))],
  ["reversal", onLine(LINES, reversal, (x) => [...x].reverse())],
  ["up-sampling", onLine(LINES, upSampling, (x) => x.flatMap((bit) => [bit, bit]))],
  ["prefix-any", onLine(LINES, prefixAny, (x) => x.map((_, i) => Math.max(...x.slice(0, i + 1))))],
  [
    "block-pool",
    onFrame(
      [
        [2, 4],
        [4, 6],
        [8, 8],
      ],
      blockPool,
      (frame) =>
        halves(frame).flatMap(([upper, lower]) =>
          halves(upper).map((pair, j) => Math.max(...pair, lower[2 * j]!, lower[2 * j + 1]!)),
        ),
    ),
  ],
  ["interleaved", onLine(LINES, (n) => interleaved(n, [2 * n]), interleavedBits)],
  ["interleaved-pairs", onLine(LINES, (n) => interleaved(n, [n, 2]), interleavedBits)],
  [
    "every-third-constant",
    onLine([6, 9, 20], everyThirdConstant, (x) => x.map((bit, i) => [0, 1, bit][i % 3]!)),
  ],
  [
    "constant-units",
    onLine(LINES, constantUnits, (x) => [Math.sign(2 * x.filter(Boolean).length - 3)]),
  ],
  ["constant", onLine([1, 4, 9], constant, (x) => x.map(() => 1))],
];

function interleavedBits(x: readonly number[]): number[] {
  return x.flatMap((own, i) => [own * x[(i + 1) % x.length]!, Math.max(own, x.at(i - 1)!)]);
}

function halves<Item>(items: readonly Item[]): [Item, Item][] {
  return upTo(Math.floor(items.length / 2)).map((i) => [items[2 * i]!, items[2 * i + 1]!]);
}
