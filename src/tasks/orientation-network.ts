import type { Network } from "../enn/network.ts";
import type { Entry } from "../enn/sparse-matrix.ts";
import type { Random } from "../math/random.ts";
import type { Families, Family } from "./family.ts";
import { inputX, type Neuron, networkOf, upTo, weigh } from "./neuron.ts";

/** Weights of a subconcept on its own line's differentiae and, with a minus, on the others; its bias. */
export interface LineWeights {
  readonly own: number;
  readonly others: number;
  readonly bias: number;
  readonly concept: number;
}

/** What was published for 28x28 pixels. */
export const publishedWeights: LineWeights = {
  own: 0.050803,
  others: 1.371672,
  bias: -38.406847,
  concept: 0.205651,
};

/**
 * The exact ratio 1 : k-1 : -(k-1)k for k x k pixels.
 *
 * The half below keeps a tie on the side of no, as the published decimals do.
 */
export function ratioWeights(k: number): LineWeights {
  return { own: 1, others: k - 1, bias: -(k - 1) * k - 0.5, concept: 1 };
}

/**
 * Is a picture of k x k pixels of vertical lines (0) or of horizontal ones (1)?
 *
 * Differentia (i, j) at k i + j is the sign of column i's sum minus row j's. A subconcept for each
 * vertical line, then for each horizontal one. Source: Blazek and Lin, "Explainable neural networks that
 * simulate reasoning", 2021.
 */
export function orientation(k: number, weights: LineWeights = ratioWeights(k)): Network {
  const lines = upTo(k);
  const vertical = lines.map((i) =>
    subconcept(k, (column) => Math.floor(column / k) === i, weights),
  );
  const horizontal = lines.map((j) =>
    negated(subconcept(k, (column) => column % k === j, weights)),
  );
  const concept = [
    ...weigh(lines, weights.concept),
    ...weigh(
      lines.map((j) => k + j),
      -weights.concept,
    ),
  ];
  return networkOf({
    inputs: inputX([k, k]),
    layers: [
      { activation: "sign", neurons: lines.flatMap((i) => lines.map((j) => differentia(k, i, j))) },
      { activation: "sign", neurons: [...vertical, ...horizontal] },
      {
        activation: "argmax",
        neurons: [
          { bias: 0, entries: concept },
          { bias: 0, entries: opposite(concept) },
        ],
      },
    ],
    shape: [],
  });
}

export const orientationFamilies: Families = [
  [
    "orientation",
    family([4, 28], (k) => orientation(k, k === 28 ? publishedWeights : ratioWeights(k))),
  ],
  ["orientation-ratio", family([3, 5, 14], (k) => orientation(k))],
];

/** Column i's pixels against row j's, but for the one where they cross. */
function differentia(k: number, i: number, j: number): Neuron {
  const pixelsOfColumn = upTo(k)
    .filter((row) => row !== j)
    .map((row) => row * k + i);
  const pixelsOfRow = upTo(k)
    .filter((column) => column !== i)
    .map((column) => j * k + column);
  return { bias: 0, entries: [...weigh(pixelsOfColumn), ...weigh(pixelsOfRow, -1)] };
}

function subconcept(
  k: number,
  isOwn: (column: number) => boolean,
  { own, others, bias }: LineWeights,
): Neuron {
  const entries = upTo(k * k).map((column) => ({ column, value: isOwn(column) ? own : -others }));
  return { bias, entries };
}

/** The weights turned round, not the bias. */
function negated({ bias, entries }: Neuron): Neuron {
  return { bias, entries: opposite(entries) };
}

function opposite(entries: readonly Entry[]): Entry[] {
  return entries.map(({ column, value }) => ({ column, value: -value }));
}

function family(sizes: readonly number[], build: (k: number) => Network): Family {
  return {
    sizes: sizes.map((k) => [k]),
    build: ([k]) => build(k!),
    reference: (x, [k]) => [orientationOf(x, k!)],
    draw: ([k], random) => drawLines(k!, random),
  };
}

/** More votes for single columns, or for single rows; a tie is vertical. */
function orientationOf(x: readonly number[], k: number): number {
  const columnSums = upTo(k).map((i) => upTo(k).reduce((sum, j) => sum + x[j * k + i]!, 0));
  const rowSums = upTo(k).map((j) => upTo(k).reduce((sum, i) => sum + x[j * k + i]!, 0));
  const votes = (own: readonly number[], other: readonly number[]) => {
    const leads = own.map((line) => other.reduce((sum, cross) => sum + Math.sign(line - cross), 0));
    const all = leads.reduce((sum, lead) => sum + lead, 0);
    const isAlone = leads.map((lead) => lead - (k - 1) * (all - lead) > (k - 1) * k);
    return isAlone.reduce((sum, alone) => sum + (alone ? 1 : -1), 0);
  };
  return votes(columnSums, rowSums) >= votes(rowSums, columnSums) ? 0 : 1;
}

/** One or two lines, whole or in pieces, vertical or horizontal, with or without dirt. */
function drawLines(k: number, random: Random): number[] {
  const picture = upTo(k * k).map(() => 0);
  const [isVertical, density, dirt] = [random.bit(), 1 + random.below(8), random.below(4)];
  for (let line = 0; line <= random.below(2); line++) {
    const at = random.below(k);
    for (let step = 0; step < k; step++) {
      if (random.below(8) < density) picture[isVertical ? step * k + at : at * k + step] = 1;
    }
  }
  for (let spot = 0; spot < dirt; spot++) picture[random.below(k * k)] = 1;
  return picture;
}
