import type { Network } from "../enn/network.ts";
import { conceptOf, subconceptsOf } from "./elementary-networks.ts";
import { type Families, onFrame } from "./family.ts";
import type { Border } from "./frame.ts";
import { lifeStep } from "./life.ts";
import { allOf, inputX, type Neuron, networkOf, upTo, weigh } from "./neuron.ts";

export const lifeFamilies: Families = [
  [
    "life-torus",
    onFrame(
      [
        [5, 4],
        [6, 6],
        [9, 7],
      ],
      (r, c) => lifeNetwork(r, c, "ring"),
      (frame) => lifeStep(frame, "ring").flat(),
    ),
  ],
  [
    "life-edges",
    onFrame(
      [
        [4, 3],
        [6, 6],
        [9, 7],
      ],
      (r, c) => lifeNetwork(r, c, "zero"),
      (frame) => lifeStep(frame, "zero").flat(),
    ),
  ],
  [
    "life-torus-two-layers",
    onFrame(
      [
        [5, 4],
        [8, 6],
      ],
      (r, c) => lifeInTwoLayers(r, c, "ring"),
      (frame) => lifeStep(frame, "ring").flat(),
    ),
  ],
  [
    "life-edges-two-layers",
    onFrame(
      [
        [4, 3],
        [8, 6],
      ],
      (r, c) => lifeInTwoLayers(r, c, "zero"),
      (frame) => lifeStep(frame, "zero").flat(),
    ),
  ],
  [
    "life-cell",
    onFrame(
      [[3, 3]],
      () => lifeCell(),
      (frame) => [lifeStep(frame, "zero")[1]![1]!],
    ),
  ],
];

/**
 * A step of the Game of Life: two differentiae for each cell (three or more of nine, three or fewer of
 * eight), three subconcepts (alive, too few, too many) and a concept.
 */
export function lifeNetwork(rows: number, columns: number, border: Border): Network {
  const places = upTo(rows * columns);
  const subconcepts = places.flatMap((place) => subconceptsOf(1, 2, 2 * place));
  const concepts = places.map((place) => conceptOf(1, 2, 3 * place));
  return networkOf({
    inputs: inputX([rows, columns]),
    layers: [
      { activation: "sign", neurons: differentiae([rows, columns], border) },
      { activation: "sign", neurons: subconcepts },
      { activation: "sign", neurons: concepts },
    ],
    shape: [rows, columns],
    labels: { kind: "above-zero" },
  });
}

/** The same without subconcepts: a cell is alive where both of its differentiae are 1. */
export function lifeInTwoLayers(rows: number, columns: number, border: Border): Network {
  const both = upTo(rows * columns).map((place) => allOf(weigh([2 * place, 2 * place + 1])));
  return networkOf({
    inputs: inputX([rows, columns]),
    layers: [
      { activation: "step", neurons: differentiae([rows, columns], border) },
      { activation: "step", neurons: both },
    ],
    shape: [rows, columns],
  });
}

/** One 3x3 neighbourhood and what becomes of its centre. */
export function lifeCell(): Network {
  return networkOf({
    inputs: inputX([3, 3]),
    layers: [
      { activation: "sign", neurons: differentiae([3, 3], "zero").slice(8, 10) },
      { activation: "sign", neurons: subconceptsOf(1, 2, 0) },
      { activation: "sign", neurons: [conceptOf(1, 2, 0)] },
    ],
    shape: [],
    labels: { kind: "above-zero" },
  });
}

type Size = readonly [rows: number, columns: number];

function differentiae([rows, columns]: Size, border: Border): Neuron[] {
  return upTo(rows * columns).flatMap((place): Neuron[] => {
    const around = neighbours(place, [rows, columns], border);
    return [
      { bias: -5, entries: weigh([...around, place], 2) },
      { bias: 7, entries: weigh(around, -2) },
    ];
  });
}

function neighbours(place: number, [rows, columns]: Size, border: Border): number[] {
  const [row, column] = [Math.floor(place / columns), place % columns];
  const steps = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => [down, right] as const));
  return steps.flatMap(([down, right]) => {
    const [i, j] = [row + down, column + right];
    if (down === 0 && right === 0) return [];
    if (border === "ring") return [((i + rows) % rows) * columns + ((j + columns) % columns)];
    return i < 0 || i >= rows || j < 0 || j >= columns ? [] : [i * columns + j];
  });
}
