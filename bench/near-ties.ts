import type { Network } from "../src/enn/network.ts";
import { predictor } from "../src/enn/predict.ts";
import { rowOf, sparseMatrix } from "../src/enn/sparse-matrix.ts";
import type { Random } from "../src/math/random.ts";
import { randomInput } from "../src/tasks/random-input.ts";

/**
 * Inputs of bits on which some unit's sum is next to 0, where a small change is seen: walks that turn
 * bits as long as the sum comes no further from 0. The last `kept` steps of each walk count.
 */
export function nearTies(
  network: Network,
  random: Random,
  { walks, steps, kept }: { readonly walks: number; readonly steps: number; readonly kept: number },
): Float64Array[] {
  return Array.from({ length: walks }, () => walk(network, random, steps).slice(-kept)).flat();
}

function walk(network: Network, random: Random, steps: number): Float64Array[] {
  const sumOf = predictor(randomUnit(network, random));
  let x = Float64Array.from(randomInput(network, random));
  let sum = Math.abs(sumOf(x)[0]!);
  const seen = [x];
  for (let n = 0; n < steps; n++) {
    const next = x.slice();
    for (let flips = random.below(3); flips >= 0; flips--) {
      const cell = random.below(next.length);
      next[cell] = 1 - next[cell]!;
    }
    seen.push(next);
    const other = Math.abs(sumOf(next)[0]!);
    if (other <= sum) [x, sum] = [next, other];
  }
  return seen;
}

/** The sum of one unit of the network, as a network. */
function randomUnit(network: Network, random: Random): Network {
  const l = random.below(network.layers.length);
  const { weights, biases } = network.layers[l]!;
  const row = random.below(biases.length);
  const unit = {
    weights: sparseMatrix([rowOf(weights, row)], weights.nColumns),
    biases: biases.slice(row, row + 1),
    activation: "identity",
  } as const;
  return {
    ...network,
    layers: [...network.layers.slice(0, l), unit],
    output: { name: "sum", shape: [], labels: { kind: "raw" } },
  };
}
