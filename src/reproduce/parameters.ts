import type { AnyNetwork, Network } from "../enn/network.ts";
import { partsOf } from "../enn/step-parts.ts";
import { sizeOf } from "../math/shape.ts";

/** Weights and biases of a network whose layers are dense, as it is trained; those of a step count once. */
export function parametersOf(network: AnyNetwork): number {
  const parts = network.kind === "step" ? partsOf(network) : [network];
  return parts.reduce((sum, part) => sum + ofLayers(part), 0);
}

function ofLayers({ inputs, layers }: Network): number {
  let width = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  let parameters = 0;
  for (const { biases } of layers) {
    parameters += (width + 1) * biases.length;
    width = biases.length;
  }
  return parameters;
}
