import type { Network } from "../enn/network.ts";
import { binary, type Domain } from "../math/domain.ts";
import { type Shape, sizeOf } from "../math/shape.ts";
import { type Families, onFrame, onLine } from "./family.ts";
import type { Frame } from "./frame.ts";
import { inputX, type LayerPlan, type Neuron, networkOf, upTo, weigh } from "./neuron.ts";

const few: Domain = { kind: "integer", low: -3, high: 4 };

/** Two cells, flat, that are compared. */
type Pair = readonly [first: number, second: number];

/** How many pairs of cells have different values: a unit for each order of each pair. */
export function countDifferent(shape: Shape, domain: Domain, pairs: readonly Pair[]): Network {
  const entries = weigh(upTo(2 * pairs.length));
  return overPairs(
    shape,
    { domain, pairs },
    { activation: "identity", neurons: [{ bias: 0, entries }] },
  );
}

/** How many pairs of cells have equal values: all of them, less those that differ. */
export function countEqual(shape: Shape, domain: Domain, pairs: readonly Pair[]): Network {
  const entries = weigh(upTo(2 * pairs.length), -1);
  const count: Neuron = { bias: pairs.length, entries };
  return overPairs(shape, { domain, pairs }, { activation: "identity", neurons: [count] });
}

/** 1 where at least `least` pairs have different values. */
export function atLeastDifferent(shape: Shape, pairs: readonly Pair[], least: number): Network {
  const entries = weigh(upTo(2 * pairs.length), 2);
  const enough: Neuron = { bias: 1 - 2 * least, entries };
  return overPairs(shape, { domain: binary, pairs }, { activation: "step", neurons: [enough] });
}

function overPairs(
  shape: Shape,
  { domain, pairs }: { readonly domain: Domain; readonly pairs: readonly Pair[] },
  last: LayerPlan,
): Network {
  const isLarger = ([one, other]: Pair): Neuron => ({
    bias: 0,
    entries: [...weigh([one]), ...weigh([other], -1)].sort((a, b) => a.column - b.column),
  });
  const neurons = pairs.flatMap(([a, b]) => [isLarger([a, b]), isLarger([b, a])]);
  return networkOf({
    inputs: inputX(shape, domain),
    layers: [{ activation: "step", neurons }, last],
    shape: [],
  });
}

/** Every cell and the one after it. */
function neighbours(n: number): Pair[] {
  return upTo(n - 1).map((i) => [i, i + 1]);
}

/** Every cell and the one to its right, then every cell and the one below it. */
function neighboursInFrame(rows: number, columns: number): Pair[] {
  const cells = upTo(sizeOf([rows, columns]));
  const beside = cells.filter((cell) => cell % columns < columns - 1);
  const above = cells.slice(0, (rows - 1) * columns);
  return [
    ...beside.map((cell): Pair => [cell, cell + 1]),
    ...above.map((cell): Pair => [cell, cell + columns]),
  ];
}

const LINES = [4, 6, 20];
const FRAMES = [
  [3, 4],
  [4, 3],
  [5, 8],
] as const;

const changes = (x: readonly number[]): number =>
  x.filter((value, i) => i > 0 && value !== x[i - 1]).length;

const turned = (frame: Frame): Frame => frame[0]!.map((_, j) => frame.map((row) => row[j]!));

const edges = (frame: Frame): number =>
  [...frame, ...turned(frame)].reduce((sum, line) => sum + changes(line), 0);

export const differenceFamilies: Families = [
  [
    "changes",
    onLine(
      LINES,
      (n) => countDifferent([n], few, neighbours(n)),
      (x) => [changes(x)],
    ),
  ],
  [
    "equal-neighbours",
    onLine(
      LINES,
      (n) => countEqual([n], few, neighbours(n)),
      (x) => [x.length - 1 - changes(x)],
    ),
  ],
  [
    "at-least-3-changes",
    onLine(
      LINES,
      (n) => atLeastDifferent([n], neighbours(n), 3),
      (x) => [changes(x) >= 3 ? 1 : 0],
    ),
  ],
  [
    "edges",
    onFrame(
      FRAMES,
      (...size) => countDifferent(size, binary, neighboursInFrame(...size)),
      (frame) => [edges(frame)],
    ),
  ],
];
