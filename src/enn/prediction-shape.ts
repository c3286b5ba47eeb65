import { type Shape, sizeOf } from "../math/shape.ts";
import type { Network } from "./network.ts";

/** The shape of what `predict` gives: the output's, and with softmax one axis more, the classes. */
export function predictionShape({ layers, output }: Network): Shape {
  const { activation, biases } = layers.at(-1)!;
  if (activation !== "softmax") return output.shape;
  return [...output.shape, biases.length / sizeOf(output.shape)];
}
