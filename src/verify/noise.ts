import type { Layer, Network } from "../enn/network.ts";
import { predictor } from "../enn/predict.ts";
import { rowOf } from "../enn/sparse-matrix.ts";
import { isNoise, type Snap } from "./graph/network-forms.ts";
import { absolute, plus, times, weightOf } from "./graph/weight.ts";
import { integerWeights } from "./integer-weights.ts";

/**
 * On which inputs is a sum of these units noise, which is taken for 0 though it is not?
 *
 * Expects units that read signs, steps or input cells.
 */
export function noiseOn(network: Network, snaps: readonly Snap[]): (x: Float64Array) => boolean {
  const layers = [...new Set(snaps.map(({ layer }) => layer))].sort((a, b) => a - b);
  const tests = layers.map((l) => {
    const before = valuesBefore(network, l);
    const rows = snaps.filter(({ layer }) => layer === l).map(({ row }) => row);
    const layer = network.layers[l]!;
    return (x: Float64Array): boolean => {
      const values = before(x);
      return rows.some((row) => isNoiseAt(layer, row, values));
    };
  });
  return (x) => tests.some((test) => test(x));
}

/** All units of the network. */
export function allUnits({ layers }: Network): Snap[] {
  return layers.flatMap(({ biases }, layer) => Array.from(biases, (_, row) => ({ layer, row })));
}

/** What the units of a layer read. */
function valuesBefore(network: Network, layer: number): (x: Float64Array) => Float64Array {
  if (layer === 0) return (x) => x;
  const layers = network.layers.slice(0, layer);
  const shape = [layers.at(-1)!.biases.length];
  return predictor({
    ...network,
    layers,
    output: { name: network.output.name, shape, labels: { kind: "raw" } },
  });
}

function isNoiseAt({ weights, biases }: Layer, row: number, values: Float64Array): boolean {
  const entries = rowOf(weights, row);
  const bias = biases[row]!;
  const reach = entries.reduce((total, { value }) => total + Math.abs(value), 0);
  const areIntegers = entries.every(({ column, value }) => isInteger(value, values[column]!));
  // Integers that are not 0 are at least 1.
  if (areIntegers && Number.isInteger(bias) && reach < 1e8) return false;
  const read = entries.map(({ column }) => values[column]!);
  // Values times `one`, which makes them integers.
  const scaled = integerWeights(read, 1);
  const exact = integerWeights(
    entries.map(({ value }) => value),
    bias,
  );
  const one = scaled.bias;
  const sum = exact.weights.reduce(
    (total, weight, k) => plus(total, times(weightOf(weight), weightOf(scaled.weights[k]!))),
    times(weightOf(exact.bias), weightOf(one)),
  );
  const size = exact.weights.reduce(
    (total, weight) => plus(total, absolute(weightOf(weight))),
    weightOf(0n),
  );
  return isNoise(sum, times(size, weightOf(one)));
}

function isInteger(weight: number, value: number): boolean {
  return Number.isInteger(weight) && Number.isInteger(value);
}
