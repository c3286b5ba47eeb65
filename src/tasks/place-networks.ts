import type { Network } from "../enn/network.ts";
import { binary, type Domain } from "../math/domain.ts";
import { coordinatesOf, type Shape, sizeOf } from "../math/shape.ts";
import { type Families, type Family, onFrame, onLine } from "./family.ts";
import { inputX, type Neuron, networkOf, upTo, weigh } from "./neuron.ts";

const few: Domain = { kind: "integer", low: -3, high: 4 };

/** 1 where a cell is larger than every one before it: a unit for each pair, and one for each cell. */
function records(n: number): Network {
  const pairs = upTo(n).flatMap((place) => upTo(place).map((other) => [place, other] as const));
  const comparisons = pairs.map(([place, other]): Neuron => isLarger(place, other));
  const enough = upTo(n).map((place): Neuron => {
    const own = [...pairs.keys()].filter((k) => pairs[k]![0] === place);
    return { bias: 1 - 2 * own.length, entries: weigh(own, 2) };
  });
  return overPairs([n], comparisons, enough);
}

/** 1 where a cell is the same as the one at the mirrored place: neither is larger. */
function asMirrored(n: number): Network {
  const places = upTo(n).filter((place) => place !== n - 1 - place);
  const comparisons = places.map((place) => isLarger(place, n - 1 - place));
  const neither = upTo(n).map((place): Neuron => {
    const own = [...places.keys()].filter((k) => [place, n - 1 - place].includes(places[k]!));
    return { bias: 1, entries: weigh(own, -2) };
  });
  return overPairs([n], comparisons, neither);
}

function isLarger(own: number, other: number): Neuron {
  const entries = [...weigh([own]), ...weigh([other], -1)].sort((a, b) => a.column - b.column);
  return { bias: 0, entries };
}

function overPairs(shape: Shape, comparisons: Neuron[], outputs: Neuron[]): Network {
  return networkOf({
    inputs: inputX(shape, few),
    layers: [
      { activation: "step", neurons: comparisons },
      { activation: "step", neurons: outputs },
    ],
    shape,
  });
}

type IsKept = (i: number, j: number, shape: Shape) => boolean;

/** Some cells of a picture as they are, and 0 elsewhere. */
function kept(shape: Shape, isKept: IsKept): Network {
  const neurons = upTo(sizeOf(shape)).map((cell): Neuron => {
    const [i, j] = coordinatesOf(cell, shape);
    return { bias: -1, entries: isKept(i!, j!, shape) ? weigh([cell], 2) : [] };
  });
  return networkOf({
    inputs: inputX(shape, binary),
    layers: [{ activation: "step", neurons }],
    shape,
  });
}

const LINES = [4, 7, 12];
const FRAMES = [
  [4, 5],
  [7, 6],
  [9, 12],
] as const;

const SQUARES = [
  [4, 4],
  [6, 6],
  [9, 9],
] as const;

const isBorder: IsKept = (i, j, [rows, columns]) =>
  [0, rows! - 1].includes(i) || [0, columns! - 1].includes(j);

type Sizes = readonly (readonly [rows: number, columns: number])[];

const keeping = (sizes: Sizes, isKept: IsKept): Family =>
  onFrame(
    sizes,
    (...shape) => kept(shape, isKept),
    (frame) =>
      frame.flatMap((row, i) =>
        row.map((cell, j) => (isKept(i, j, [frame.length, row.length]) ? cell : 0)),
      ),
  );

export const placeFamilies: Families = [
  [
    "records",
    onLine(LINES, records, (x) =>
      x.map((own, place) => (x.slice(0, place).every((other) => own > other) ? 1 : 0)),
    ),
  ],
  [
    "as-mirrored",
    onLine(LINES, asMirrored, (x) => x.map((own, place) => (own === x.at(-1 - place) ? 1 : 0))),
  ],
  ["border", keeping(FRAMES, isBorder)],
  ["lower-triangle", keeping(SQUARES, (i, j) => j <= i)],
  ["off-diagonal", keeping(SQUARES, (i, j) => i !== j)],
];
