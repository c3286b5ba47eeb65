import fc from "fast-check";
import type { Activation, Layer, Network } from "../../src/enn/network.ts";
import { rowOf } from "../../src/enn/sparse-matrix.ts";
import type { Random } from "../../src/math/random.ts";
import { modulo } from "../../src/math/shape.ts";
import { layer, type Neuron, networkOf } from "../verify/pairs.ts";

interface StencilUnit {
  readonly bias: number;
  /** (units of the layer before), or (cells of the window). */
  readonly weights: readonly number[];
}

/** A network of three layers over a window of cells: differentiae, subconcepts and one concept. */
export interface Stencil {
  readonly units: readonly (readonly StencilUnit[])[];
  readonly activations: readonly Activation[];
}

/** Small weights, many of them 0 or alike, so that ties and symmetries occur. */
const weight = fc.constantFrom(0, 0, 1, 1, 2, -1, -2, 3);
const bias = fc.constantFrom(0, 0, 1, -1, 2, -2, -3, 0.5, -1.5);

const unitsOf = (count: number, width: number) =>
  fc.array(fc.record({ bias, weights: fc.array(weight, { minLength: width, maxLength: width }) }), {
    minLength: count,
    maxLength: count,
  });

/** Random stencils over 2 to 5 cells around their place. */
export function stencils(activations: readonly Activation[]): fc.Arbitrary<Stencil> {
  return fc
    .tuple(
      fc.integer({ min: 2, max: 5 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 3 }),
    )
    .chain(([nCells, nFirst, nSecond]) =>
      fc
        .tuple(unitsOf(nFirst, nCells), unitsOf(nSecond, nFirst), unitsOf(1, nSecond))
        .map((units) => ({ units, activations })),
    );
}

/** A stencil at every place of a ring; its window starts one cell to the left. */
export function ringNetwork({ units, activations }: Stencil, length: number): Network {
  const places = Array.from({ length }, (_, place) => place);
  const neurons = (l: number): Neuron[] => {
    const nBefore = l === 0 ? 0 : units[l - 1]!.length;
    return places.flatMap((place) =>
      units[l]!.map(({ bias: own, weights }) => ({
        bias: own,
        entries: weights.map((value, k) => ({
          column: l === 0 ? modulo(place + k - 1, length) : place * nBefore + k,
          value,
        })),
      })),
    );
  };
  const layers = units.map((_, l) => {
    const nBefore = l === 0 ? length : length * units[l - 1]!.length;
    return layer(neurons(l), nBefore, activations[l]!);
  });
  return networkOf([length], [length], layers);
}

/** The same network with every neuron times a positive power of two of its own. */
export function scaled(network: Network, random: Random): Network {
  return rewritten(network, ({ bias: own, entries }) => {
    const factor = 2 ** (random.below(7) - 3);
    return {
      bias: factor * own,
      entries: entries.map(({ column, value }) => ({ column, value: factor * value })),
    };
  });
}

/** The same network with the neurons of its hidden layers in another order. */
export function reordered(network: Network, random: Random): Network {
  const orders = network.layers
    .slice(0, -1)
    .map(({ biases }) => shuffled([...biases.keys()], random));
  const layers = network.layers.map((each, l): Layer => {
    const before = orders[l - 1];
    const places = before && [...before.keys()].sort((a, b) => before[a]! - before[b]!);
    const neurons = neuronsOf(each).map(({ bias: own, entries }) => ({
      bias: own,
      entries: entries.map(({ column, value }) => ({ column: places?.[column] ?? column, value })),
    }));
    const order = orders[l] ?? [...each.biases.keys()];
    return layer(
      order.map((row) => neurons[row]!),
      each.weights.nColumns,
      each.activation,
    );
  });
  return { ...network, layers };
}

function rewritten(network: Network, change: (neuron: Neuron) => Neuron): Network {
  const layers = network.layers.map((each) =>
    layer(neuronsOf(each).map(change), each.weights.nColumns, each.activation),
  );
  return { ...network, layers };
}

function neuronsOf({ weights, biases }: Layer): Neuron[] {
  return Array.from(biases, (own, row) => ({ bias: own, entries: rowOf(weights, row) }));
}

function shuffled(items: readonly number[], random: Random): number[] {
  const keyed = items.map((item) => ({ item, key: random.next() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
