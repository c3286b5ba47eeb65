import { type Shape, sizeOf } from "../math/shape.ts";
import type { AnyNetwork, Network, StepPart } from "./network.ts";

/** The shape of what `predict` gives: the output's, and with softmax one axis more, the classes. */
export function predictionShape(network: AnyNetwork | StepPart): Shape {
  const { shape } = network.output;
  if (network.kind !== "feedforward" || !givesProbabilities(network)) return shape;
  return [...shape, lastLayer(network).biases.length / sizeOf(shape)];
}

/** Does a network give probabilities, rather than one value for each output? */
export function givesProbabilities(network: AnyNetwork | StepPart): boolean {
  return network.kind === "feedforward" && lastLayer(network).activation === "softmax";
}

function lastLayer({ layers }: Network): Network["layers"][number] {
  return layers.at(-1)!;
}
