import type { AnyNetwork, Network } from "../enn/network.ts";
import { partsOf } from "../enn/step-parts.ts";

export interface NetworkFigures {
  /** Neurons of each layer. */
  readonly layers: readonly number[];
  readonly nonzeroWeights: number;
  readonly differentiae: number;
  readonly subconcepts: number;
  readonly concepts: number;
}

/** Sizes of a network; the first layer are differentiae, the last concepts, all between subconcepts. */
export function networkFigures(network: AnyNetwork): NetworkFigures {
  return network.kind === "step"
    ? partsOf(network).map(figuresOf).reduce(together)
    : figuresOf(network);
}

function figuresOf({ layers }: Network): NetworkFigures {
  const sizes = layers.map(({ weights }) => weights.nRows);
  return {
    layers: sizes,
    nonzeroWeights: layers.reduce((sum, { weights }) => sum + weights.values.length, 0),
    differentiae: sizes.length > 1 ? sizes[0]! : 0,
    subconcepts: sizes.slice(1, -1).reduce((sum, size) => sum + size, 0),
    concepts: sizes.at(-1) ?? 0,
  };
}

/** Of networks side by side; `layers` one after the other. */
function together(a: NetworkFigures, b: NetworkFigures): NetworkFigures {
  return {
    layers: [...a.layers, ...b.layers],
    nonzeroWeights: a.nonzeroWeights + b.nonzeroWeights,
    differentiae: a.differentiae + b.differentiae,
    subconcepts: a.subconcepts + b.subconcepts,
    concepts: a.concepts + b.concepts,
  };
}
