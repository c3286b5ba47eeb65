import type { Layer } from "../../enn/network.ts";
import { commonDivisor } from "../../math/integers.ts";
import type { Children } from "./classify.ts";
import type { ExactUnit } from "./exact-network.ts";
import { spread } from "./spread.ts";
import { integers, LARGEST_SUM, reals, type Values } from "./values.ts";

/** A unit whose sum itself is read: it keeps its numbers, only constants go into the bias. */
export function keep(layer: Layer, row: number, children: Children): ExactUnit {
  const { starts, values } = layer.weights;
  const [from, to] = [starts[row]!, starts[row + 1]!];
  const given = values.subarray(from, to);
  const bias = layer.biases[row]!;
  const isInteger = given.every(Number.isSafeInteger) && Number.isSafeInteger(bias);
  const range = isInteger ? rangeOf(layer, row, children) : undefined;
  if (range === undefined) {
    return {
      ...spread(layer, row, (k) => given[k]!),
      bias,
      isInteger: isInteger && isSmall(given, bias) && readsReals(layer, row, children),
      activation: "identity",
      values: reals,
    };
  }
  return {
    ...spread(layer, row, (k) => (range.isConstant[k] ? 0 : given[k]!)),
    bias: range.bias,
    isInteger: true,
    activation: "identity",
    values: range.values,
  };
}

function readsReals({ weights }: Layer, row: number, { kinds, kindOf }: Children): boolean {
  const columns = weights.columns.subarray(weights.starts[row]!, weights.starts[row + 1]!);
  return columns.some((column) => kinds[kindOf[column]!]!.kind === "reals");
}

function isSmall(weights: Float64Array, bias: number): boolean {
  return weights.reduce((sum, weight) => sum + Math.abs(weight), Math.abs(bias)) <= LARGEST_SUM;
}

interface Range {
  readonly values: Values;
  readonly bias: number;
  /** (nWeights). */
  readonly isConstant: readonly boolean[];
}

/** The sums of integer weights on integers, where they are exact as doubles. */
function rangeOf({ weights, biases }: Layer, row: number, children: Children): Range | undefined {
  const [from, to] = [weights.starts[row]!, weights.starts[row + 1]!];
  let [low, high, step, reach] = [biases[row]!, biases[row]!, 0, Math.abs(biases[row]!)];
  let bias = biases[row]!;
  const isConstant: boolean[] = [];
  for (let k = from; k < to; k++) {
    const kind = children.kinds[children.kindOf[weights.columns[k]!]!]!;
    if (kind.kind === "reals") return undefined;
    const weight = weights.values[k]!;
    const ends = [weight * kind.low, weight * kind.high];
    reach += Math.max(...ends.map(Math.abs));
    if (!(reach <= LARGEST_SUM)) return undefined;
    low += Math.min(...ends);
    high += Math.max(...ends);
    isConstant.push(kind.low === kind.high);
    if (kind.low === kind.high) bias += ends[0]!;
    else step = commonDivisor(step, weight * kind.step);
  }
  return { values: integers(low + 0, high + 0, step || 1), bias: bias + 0, isConstant };
}
