import type { Layer, Network } from "../enn/network.ts";
import { sizeOf } from "../math/shape.ts";
import { childrenOf } from "./exact/classify.ts";
import type { ExactNetwork, ExactOutput } from "./exact/exact-network.ts";
import { simplify } from "./exact/simplify.ts";
import { valuesOf } from "./exact/values.ts";

export type { ExactNetwork, ExactOutput, ExactUnit } from "./exact/exact-network.ts";

/**
 * The same network in exact, small numbers.
 *
 * A simpler unit replaces another one where it has the same value on every input of the domain (what the
 * layer before gives is taken as independent), or where it differs for sums below 1e-9 of the sum of
 * |weights| only; `snapped` counts such units. What has no small integers keeps its doubles. A unit in
 * integers is the same for every order of its inputs and at every positive scale, but for noise.
 * Cost: linear in the weights, and little for every unit that is not like another one.
 */
export function exactly({ inputs, layers, output }: Network): ExactNetwork {
  let children = childrenOf(
    inputs.flatMap(({ shape, domain }) => new Array(sizeOf(shape)).fill(valuesOf(domain))),
  );
  let snapped = 0;
  const exactLayers = layers.map((layer) => {
    const simplified = simplify(layer, children, sizeOf(output.shape));
    children = childrenOf(simplified.units.map(({ values }) => values));
    snapped += simplified.snapped;
    return simplified.units;
  });
  return {
    inputs,
    output: { ...output, reading: readingOf(layers) },
    layers: exactLayers,
    snapped,
  };
}

function readingOf(layers: readonly Layer[]): ExactOutput["reading"] {
  const { activation } = layers.at(-1)!;
  return activation === "argmax" || activation === "softmax" ? activation : "values";
}
