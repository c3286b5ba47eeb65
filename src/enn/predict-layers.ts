import { add, compare, type Dyadic, dyadic, multiply, signOf, toNumber } from "../math/dyadic.ts";
import type { Layer, Network } from "./network.ts";

/** `predictor` for networks of layers: what can be decided about the weights is decided once. */
export function layersPredictor(network: Network): (x: ArrayLike<number>) => Float64Array {
  const layers = network.layers.map((layer) => forward(layer));
  const label = network.output.labels.kind === "above-zero" ? aboveZero : (y: Float64Array) => y;
  const groups = network.output.shape.reduce((product, length) => product * length, 1);
  const last = network.layers.at(-1)!.activation;
  return (x) => {
    let values = Float64Array.from(x);
    for (const layer of layers) values = layer(values);
    if (last === "argmax") return label(perGroup(values, groups, argmax));
    if (last === "softmax") return label(perGroup(values, groups, softmax));
    return label(values);
  };
}

/** One layer up to its activation; argmax and softmax, which look at several units, come later. */
function forward(layer: Layer): (x: Float64Array) => Float64Array<ArrayBuffer> {
  const { weights, biases, activation } = layer;
  const integers = areIntegers(weights.values) && areIntegers(biases);
  const largestRow = largestRowSum(layer);
  return (x) => {
    const largest = x.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    // Below 2^53 sums of integers are exact in doubles, in any order.
    const isExact = integers && areIntegers(x) && largestRow * largest <= Number.MAX_SAFE_INTEGER;
    const sums = isExact ? safeSums(layer, x) : roundedSums(layer, x);
    return sums.map((sum) => activate(activation, sum));
  };
}

function safeSums(layer: Layer, x: Float64Array): Float64Array<ArrayBuffer> {
  return layer.biases.map((_, row) => safeSum(layer, row, x)) as Float64Array<ArrayBuffer>;
}

/** Exact sums as doubles that are on the same side of zero and, for argmax, in the same order. */
function roundedSums(layer: Layer, x: Float64Array): Float64Array<ArrayBuffer> {
  const sums = Array.from(layer.biases, (_, row) => exactSum(layer, row, x));
  return Float64Array.from(layer.activation === "argmax" ? ranks(sums) : sums.map(rounded));
}

/** The place of each number among all, equal ones sharing a place. */
function ranks(numbers: readonly Dyadic[]): number[] {
  const ascending = [...numbers].sort(compare);
  return numbers.map((number) => ascending.findIndex((other) => compare(other, number) === 0));
}

function rounded(sum: Dyadic): number {
  // Rounding to a double may reach zero, but must not change the side.
  return toNumber(sum) || signOf(sum) * Number.MIN_VALUE;
}

function safeSum({ weights, biases }: Layer, row: number, x: Float64Array): number {
  let sum = biases[row]!;
  for (let k = weights.starts[row]!; k < weights.starts[row + 1]!; k++) {
    sum += weights.values[k]! * x[weights.columns[k]!]!;
  }
  return sum;
}

function exactSum({ weights, biases }: Layer, row: number, x: Float64Array): Dyadic {
  let sum: Dyadic = dyadic(biases[row]!);
  for (let k = weights.starts[row]!; k < weights.starts[row + 1]!; k++) {
    const value = x[weights.columns[k]!]!;
    if (value !== 0) sum = add(sum, multiply(dyadic(weights.values[k]!), dyadic(value)));
  }
  return sum;
}

function activate(activation: Layer["activation"], sum: number): number {
  switch (activation) {
    case "sign":
      return sum > 0 ? 1 : sum < 0 ? -1 : 0;
    case "step":
      return sum > 0 ? 1 : 0;
    case "argmax":
    case "softmax":
    case "identity":
      return sum;
  }
}

function perGroup(
  values: Float64Array,
  groups: number,
  apply: (group: Float64Array) => readonly number[],
): Float64Array {
  const length = values.length / groups;
  return Float64Array.from(
    Array.from({ length: groups }, (_, g) =>
      apply(values.subarray(g * length, (g + 1) * length)),
    ).flat(),
  );
}

/** The index of the largest value, the first one on a tie. */
function argmax(values: Float64Array): number[] {
  return [values.indexOf(values.reduce((most, value) => Math.max(most, value)))];
}

function softmax(values: Float64Array): number[] {
  const largest = values.reduce((most, value) => Math.max(most, value));
  const powers = Array.from(values, (value) => Math.exp(value - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function aboveZero(values: Float64Array): Float64Array {
  return values.map((value) => (value > 0 ? 1 : 0));
}

function areIntegers(values: Float64Array): boolean {
  return values.every((value) => Number.isInteger(value));
}

function largestRowSum({ weights, biases }: Layer): number {
  let largest = 0;
  for (let row = 0; row < weights.nRows; row++) {
    let sum = Math.abs(biases[row]!);
    for (let k = weights.starts[row]!; k < weights.starts[row + 1]!; k++) {
      sum += Math.abs(weights.values[k]!);
    }
    largest = Math.max(largest, sum);
  }
  return largest;
}
