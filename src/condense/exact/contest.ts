import type { Layer } from "../../enn/network.ts";
import { bigDivisor, bigIntegers } from "./big-integers.ts";
import type { Children } from "./classify.ts";
import type { ExactUnit } from "./exact-network.ts";
import { keep } from "./keep.ts";
import type { Simplified } from "./simplify.ts";

/** Units of which the largest wins: each group is divided by its own common factor, which is positive. */
export function contest(layer: Layer, children: Children, nGroups: number): Simplified {
  const nClasses = layer.biases.length / nGroups;
  const scaled = { ...layer, weights: { ...layer.weights, values: layer.weights.values.slice() } };
  const biases = layer.biases.slice();
  for (let group = 0; group < nGroups; group++) {
    const [first, next] = [group * nClasses, (group + 1) * nClasses];
    const [from, to] = [layer.weights.starts[first]!, layer.weights.starts[next]!];
    const integers = smallest([
      ...layer.weights.values.subarray(from, to),
      ...layer.biases.subarray(first, next),
    ]);
    if (integers === undefined) continue;
    scaled.weights.values.set(integers.slice(0, to - from), from);
    biases.set(integers.slice(to - from), first);
  }
  const units = Array.from(
    biases,
    (_, row): ExactUnit => keep({ ...scaled, biases }, row, children),
  );
  return { units, snapped: 0 };
}

function smallest(doubles: readonly number[]): number[] | undefined {
  const ratio = bigIntegers(doubles);
  const divisor = ratio.reduce(bigDivisor, 0n) || 1n;
  const integers = ratio.map((value) => Number(value / divisor));
  return integers.every(Number.isSafeInteger) ? integers : undefined;
}
