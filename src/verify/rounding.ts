import type { Layer, Network, NetworkInput } from "../enn/network.ts";

/**
 * Why values of a network may be rounded when it is run, so that running it proves nothing; else nothing.
 *
 * Signs and steps never round; the sums of other layers do, unless they are safe integers.
 */
export function roundingOf(network: Network): string | undefined {
  let largest = Math.max(...network.inputs.map(largestOf));
  let areIntegers = network.inputs.every(({ domain }) => domain.kind !== "real");
  for (const layer of network.layers) {
    switch (layer.activation) {
      case "sign":
      case "step":
        [largest, areIntegers] = [1, true];
        break;
      case "identity":
      case "argmax":
        areIntegers &&= [...layer.weights.values, ...layer.biases].every(Number.isInteger);
        largest = largestSum(layer, largest);
        if (!areIntegers || largest > Number.MAX_SAFE_INTEGER) {
          return `sums under ${layer.activation} that are not integers below 2^53 are rounded`;
        }
        break;
      case "softmax":
        return "probabilities of softmax are rounded";
    }
  }
  return undefined;
}

function largestOf({ domain }: NetworkInput): number {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
    case "sign":
      return 1;
    case "integer":
      return Math.max(Math.abs(domain.low), Math.abs(domain.high));
    case "real":
      return Number.POSITIVE_INFINITY;
  }
}

function largestSum({ weights, biases }: Layer, largest: number): number {
  const sums = Array.from(biases, (bias, row) => {
    const values = weights.values.subarray(weights.starts[row]!, weights.starts[row + 1]!);
    return values.reduce((total, value) => total + Math.abs(value) * largest, Math.abs(bias));
  });
  return sums.reduce((most, sum) => Math.max(most, sum), 0);
}
