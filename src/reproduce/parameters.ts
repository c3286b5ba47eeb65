import type { Network } from "../enn/network.ts";
import { sizeOf } from "../math/shape.ts";

/** Weights and biases of a network whose layers are dense, as it is trained. */
export function parametersOf({ inputs, layers }: Network): number {
  let width = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  let parameters = 0;
  for (const { biases } of layers) {
    parameters += (width + 1) * biases.length;
    width = biases.length;
  }
  return parameters;
}
