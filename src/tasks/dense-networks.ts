import type { Network } from "../enn/network.ts";
import { binary, type Domain } from "../math/domain.ts";
import { Random } from "../math/random.ts";
import type { Families, Family } from "./family.ts";
import { inputX, networkOf, upTo } from "./neuron.ts";

/** A full table of weights and a bias for each of its rows. */
export interface DenseLayer {
  readonly rows: readonly (readonly number[])[];
  readonly biases: readonly number[];
}

/** Two layers of signs over a line of inputs, with nothing to find in them. */
export function denseNetwork(layers: readonly DenseLayer[], domain: Domain): Network {
  return networkOf({
    inputs: inputX([layers[0]!.rows[0]!.length], domain),
    layers: layers.map(({ rows, biases }) => ({
      activation: "sign",
      neurons: rows.map((row, r) => ({
        bias: biases[r]!,
        entries: row.map((value, column) => ({ column, value })),
      })),
    })),
    shape: [layers.at(-1)!.rows.length],
  });
}

/** Random layers of these widths, the same for the same seed; the first width is of the inputs. */
export function denseLayers(widths: readonly number[], random: Random, draw: Draw): DenseLayer[] {
  return widths.slice(1).map((width, l) => ({
    rows: upTo(width).map(() => upTo(widths[l]!).map(() => draw(random))),
    biases: upTo(width).map(() => draw(random)),
  }));
}

export type Draw = (random: Random) => number;

/** -5..5, zeros and ties included. */
const smallInteger: Draw = (random) => random.below(11) - 5;

/** A multiple of 2^-30 between -1 and 1: sums with short numbers are exact in doubles. */
const real: Draw = (random) => (random.next() - 2 ** 31) / 2 ** 31;

export const denseFamilies: Families = [
  ["dense-integer", family(smallInteger, binary)],
  ["dense-integer-signs", family(smallInteger, { kind: "sign" })],
  ["dense-integer-range", family(smallInteger, { kind: "integer", low: -4, high: 9 })],
  ["dense-integer-real", family(smallInteger, { kind: "real" })],
  ["dense-real-binary", family(real, binary)],
  ["dense-real", family(real, { kind: "real" })],
];

/** Sizes are inputs, hidden units and outputs. */
function family(draw: Draw, domain: Domain): Family {
  const layersOf = (widths: readonly number[]) =>
    denseLayers(widths, new Random(widths.length + widths[0]!), draw);
  return {
    sizes: [
      [3, 4, 2],
      [6, 5, 3],
      [10, 8, 4],
    ],
    build: (widths) => denseNetwork(layersOf(widths), domain),
    reference: (x, widths) => layersOf(widths).reduce(signsOf, x),
  };
}

function signsOf(x: readonly number[], { rows, biases }: DenseLayer): readonly number[] {
  return rows.map((row, r) =>
    Math.sign(row.reduce((sum, weight, column) => sum + weight * x[column]!, biases[r]!)),
  );
}
