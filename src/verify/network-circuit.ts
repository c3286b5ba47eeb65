import type { Labels, Layer, Network } from "../enn/network.ts";
import { rowOf } from "../enn/sparse-matrix.ts";
import { sizeOf } from "../math/shape.ts";
import type { Node } from "./circuit.ts";
import * as circuit from "./circuit.ts";
import { Obstacle } from "./obstacle.ts";

/**
 * A network of binary inputs as functions of the input cells: one node for each output, flat.
 *
 * Expects a network that passes its check. Throws Obstacle for values that are not safe integers. Cost: the number of nonzero weights.
 */
export function networkCircuit(network: Network): readonly Node[] {
  const nCells = network.inputs.reduce((total, { shape }) => total + sizeOf(shape), 0);
  let values: Node[] = Array.from({ length: nCells }, (_, index) => circuit.cell(index));
  for (const layer of network.layers.slice(0, -1)) values = layerNodes(layer, values);
  const last = network.layers.at(-1)!;
  return outputNodes(last, values, network);
}

function outputNodes(last: Layer, from: readonly Node[], { output }: Network): Node[] {
  const isAboveZero = areAboveZero(output.labels);
  switch (last.activation) {
    case "sign":
    case "step":
    case "identity":
      // Above zero is where the sum is: its sign, its step and the sum itself are positive together.
      return layerNodes(isAboveZero ? { ...last, activation: "step" } : last, from);
    case "argmax": {
      const logits = layerNodes({ ...last, activation: "identity" }, from);
      const winners = argmaxNodes(logits, sizeOf(output.shape));
      return isAboveZero ? winners.map((each) => circuit.compare(each, ">", zero)) : winners;
    }
    case "softmax":
      throw new Obstacle("probabilities of softmax are not compared");
  }
}

function areAboveZero(labels: Labels): boolean {
  switch (labels.kind) {
    case "above-zero":
      return true;
    case "raw":
      return false;
  }
}

const zero = circuit.constant(0);

function layerNodes(layer: Layer, from: readonly Node[]): Node[] {
  const { weights, biases, activation } = layer;
  return Array.from(biases, (bias, row) => {
    const terms = rowOf(weights, row).map(({ column, value }) =>
      circuit.term(value, from[column]!),
    );
    return activated(activation, terms, bias);
  });
}

function activated(kind: Layer["activation"], terms: readonly circuit.Term[], bias: number): Node {
  switch (kind) {
    case "sign":
    case "step":
      return circuit.neuron(kind, terms, bias);
    case "identity":
      return circuit.sum(terms, bias);
    case "argmax":
    case "softmax":
      throw new Obstacle(`${kind} stands before the last layer`);
  }
}

/** The index of the largest value of each group, the first one on a tie. */
function argmaxNodes(values: readonly Node[], groups: number): Node[] {
  const length = values.length / groups;
  return Array.from({ length: groups }, (_, group) => {
    const candidates = values.slice(group * length, (group + 1) * length);
    return circuit.sum(
      candidates.map((_, index) => circuit.term(index, isLargest(candidates, index))),
      0,
    );
  });
}

function isLargest(candidates: readonly Node[], index: number): Node {
  const mine = candidates[index]!;
  return circuit.logic(
    "and",
    candidates.flatMap((other, k) => {
      if (k === index) return [];
      return [circuit.compare(mine, k < index ? ">" : ">=", other)];
    }),
  );
}
