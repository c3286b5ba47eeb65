import type { AnyNetwork, Network } from "../src/enn/network.ts";

/** A network that is known to be one of layers. */
export function ofLayers(network: AnyNetwork): Network {
  if (network.kind !== "feedforward") throw new Error(`a ${network.kind} network`);
  return network;
}
