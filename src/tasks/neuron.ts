import { checkNetwork } from "../enn/check.ts";
import type { Activation, Layer, Network, NetworkInput } from "../enn/network.ts";
import { type Entry, sparseMatrix } from "../enn/sparse-matrix.ts";
import { binary, type Domain } from "../math/domain.ts";
import { type Shape, sizeOf } from "../math/shape.ts";

/** A unit before its layer is built: a bias and the weights that are not 0. */
export interface Neuron {
  readonly bias: number;
  readonly entries: readonly Entry[];
}

export interface LayerPlan {
  readonly activation: Activation;
  readonly neurons: readonly Neuron[];
}

export interface NetworkPlan {
  readonly inputs: readonly NetworkInput[];
  readonly layers: readonly LayerPlan[];
  readonly shape: Shape;
  /** Default: values as they are. */
  readonly labels?: Network["output"]["labels"];
}

/** A network whose layers read what is before them. Throws `bad-network`. */
export function networkOf({ inputs, layers, shape, labels }: NetworkPlan): Network {
  const output = { name: "y", shape, labels: labels ?? { kind: "raw" } } as const;
  const first = inputs.reduce((total, input) => total + sizeOf(input.shape), 0);
  const widths = [first, ...layers.map(({ neurons }) => neurons.length)];
  const built = layers.map((plan, l) => layerOf(plan, widths[l]!));
  const network: Network = { kind: "feedforward", inputs, layers: built, output };
  checkNetwork(network);
  return network;
}

/** The layer of these neurons, which read so many values. */
export function layerOf({ activation, neurons }: LayerPlan, nInputs: number): Layer {
  return {
    weights: sparseMatrix(
      neurons.map(({ entries }) => entries),
      nInputs,
    ),
    biases: Float64Array.from(neurons, ({ bias }) => bias),
    activation,
  };
}

/** One input array `x`. */
export function inputX(shape: Shape, domain: Domain = binary): NetworkInput[] {
  return [{ name: "x", shape, domain }];
}

/** The same weight on each of these columns. */
export function weigh(columns: readonly number[], value = 1): Entry[] {
  return columns.map((column) => ({ column, value }));
}

/** 0, 1, .., length - 1. */
export function upTo(length: number): number[] {
  return Array.from({ length }, (_, i) => i);
}

/** Fires where at least `count` of these bits are 1; its sum is odd, so never 0. */
export function atLeast(count: number, columns: readonly number[]): Neuron {
  return { bias: 1 - 2 * count, entries: weigh(columns, 2) };
}

/** Fires where at most `count` of these bits are 1; its sum is odd, so never 0. */
export function atMost(count: number, columns: readonly number[]): Neuron {
  return { bias: 1 + 2 * count, entries: weigh(columns, -2) };
}

/** Fires where all of these -1/+1 values, each times its weight of -1 or +1, are +1. */
export function allOf(entries: readonly Entry[]): Neuron {
  return { bias: 1 - entries.length, entries };
}

/** Fires where any of these -1/+1 values, each times its weight of -1 or +1, is +1. */
export function anyOf(entries: readonly Entry[]): Neuron {
  return { bias: entries.length - 1, entries };
}
