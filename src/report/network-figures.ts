import type { Network } from "../enn/network.ts";

export interface NetworkFigures {
  /** Neurons of each layer. */
  readonly layers: readonly number[];
  readonly nonzeroWeights: number;
  readonly differentiae: number;
  readonly subconcepts: number;
  readonly concepts: number;
}

/** Sizes of a network; the first layer are differentiae, the last concepts, all between subconcepts. */
export function networkFigures({ layers }: Network): NetworkFigures {
  const sizes = layers.map(({ weights }) => weights.nRows);
  return {
    layers: sizes,
    nonzeroWeights: layers.reduce((sum, { weights }) => sum + weights.values.length, 0),
    differentiae: sizes.length > 1 ? sizes[0]! : 0,
    subconcepts: sizes.slice(1, -1).reduce((sum, size) => sum + size, 0),
    concepts: sizes.at(-1) ?? 0,
  };
}
