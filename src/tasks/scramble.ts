import type { Layer, Network } from "../enn/network.ts";
import { rowOf } from "../enn/sparse-matrix.ts";
import type { Random } from "../math/random.ts";
import { layerOf, type Neuron } from "./neuron.ts";

/** Positive factors of neurons: powers of two, 1..9, or decimals such as 0.1 and 1/3. */
export type Scales = "none" | "powers-of-two" | "integers" | "decimals";

export interface ScrambleOptions {
  readonly scales: Scales;
}

/**
 * The same function with the neurons of each hidden layer in another order, each times a positive factor.
 *
 * Neurons of the last layer stay where they are; under argmax all have one factor, under softmax and
 * identity none. Exact where `isExactScaling` says so: decimals make noise in the last digits, where a
 * tie may turn into a side.
 */
export function scramble(
  network: Network,
  random: Random,
  { scales }: ScrambleOptions = { scales: "powers-of-two" },
): Network {
  const last = network.layers.length - 1;
  let places: readonly number[] | undefined;
  const layers = network.layers.map((layer, l) => {
    const order = l < last ? shuffled(layer.biases.length, random) : undefined;
    const next = rearranged(layer, {
      neurons: scaledNeurons(layer, random, scales),
      places,
      order,
    });
    places = order && inverse(order);
    return next;
  });
  return { ...network, layers };
}

/** Does scaling keep every sum's side, because no product of this network is rounded? */
export function isExactScaling({ layers }: Network, scales: Scales): boolean {
  switch (scales) {
    case "none":
    case "powers-of-two":
      return true;
    case "integers":
      return layers.every(({ weights, biases }) =>
        [...weights.values, ...biases].every((value) => Number.isInteger(value * 2 ** 10)),
      );
    case "decimals":
      return false;
  }
}

const DECIMALS = [0.1, 1 / 3, 0.7, 1.1, 0.001, 2 / 7];

function factorOf(scales: Scales, random: Random): number {
  switch (scales) {
    case "none":
      return 1;
    case "powers-of-two":
      return 2 ** (random.below(9) - 4);
    case "integers":
      return 1 + random.below(9);
    case "decimals":
      return DECIMALS[random.below(DECIMALS.length)]!;
  }
}

function scaledNeurons(layer: Layer, random: Random, scales: Scales): readonly Neuron[] {
  const neurons = Array.from(layer.biases, (bias, row) => ({
    bias,
    entries: rowOf(layer.weights, row),
  }));
  switch (layer.activation) {
    case "sign":
    case "step":
      return neurons.map((neuron) => times(neuron, factorOf(scales, random)));
    case "argmax": {
      const factor = factorOf(scales, random);
      return neurons.map((neuron) => times(neuron, factor));
    }
    case "softmax":
    case "identity":
      return neurons;
  }
}

function times({ bias, entries }: Neuron, factor: number): Neuron {
  return {
    bias: factor * bias,
    entries: entries.map(({ column, value }) => ({ column, value: factor * value })),
  };
}

interface Arrangement {
  readonly neurons: readonly Neuron[];
  /** Where the neurons before went to. */
  readonly places: readonly number[] | undefined;
  readonly order: readonly number[] | undefined;
}

function rearranged(layer: Layer, { neurons, places, order }: Arrangement): Layer {
  const following = neurons.map(({ bias, entries }) => ({
    bias,
    entries: entries.map(({ column, value }) => ({ column: places?.[column] ?? column, value })),
  }));
  const ordered = order?.map((row) => following[row]!) ?? following;
  return layerOf({ activation: layer.activation, neurons: ordered }, layer.weights.nColumns);
}

/** Source: Fisher and Yates, in Durstenfeld's form, 1964. */
function shuffled(length: number, random: Random): number[] {
  const order = Array.from({ length }, (_, k) => k);
  for (let k = length - 1; k > 0; k--) {
    const other = random.below(k + 1);
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}

function inverse(order: readonly number[]): number[] {
  const places = new Array<number>(order.length);
  order.forEach((from, to) => {
    places[from] = to;
  });
  return places;
}
