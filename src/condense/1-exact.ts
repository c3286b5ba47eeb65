import type { Activation, Layer, Network } from "../enn/network.ts";
import { notCondensable, weightsTooFine } from "../errors.ts";
import { dyadic } from "../math/dyadic.ts";
import { commonDivisor } from "../math/integers.ts";
import { sizeOf } from "../math/shape.ts";
import { childrenOf } from "./exact/classify.ts";
import type { ExactNetwork, ExactOutput } from "./exact/exact-network.ts";
import { simplify } from "./exact/simplify.ts";
import { valuesOf } from "./exact/values.ts";

export type { ExactNetwork, ExactOutput, ExactUnit } from "./exact/exact-network.ts";

/** A threshold unit in integers: the sign or step of `weights . inputs + bias`. */
export interface ThresholdUnit {
  /** Indices of units in the layer before, or of inputs. */
  readonly columns: readonly number[];
  readonly weights: readonly number[];
  readonly bias: number;
  readonly activation: "sign" | "step";
}

export type ExactLayer = readonly ThresholdUnit[];

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

/**
 * All units with integer weights, as small as they can be without changing the value on any input.
 *
 * Doubles denote fractions with a power of two below: times that power, and divided by their common
 * divisor, they are integers of the same ratio. Throws DistillError where a sum may exceed 2^50.
 */
export function exact(network: Network): readonly ExactLayer[] {
  return network.layers.map((layer, l) => {
    const { activation } = layer;
    if (activation !== "sign" && activation !== "step") throw notCondensable(activation);
    return Array.from(layer.biases, (_, row) => exactUnit(layer, { row, l, activation }));
  });
}

interface At {
  readonly row: number;
  readonly l: number;
  readonly activation: Extract<Activation, "sign" | "step">;
}

function exactUnit({ weights, biases }: Layer, { row, l, activation }: At): ThresholdUnit {
  const [from, to] = [weights.starts[row]!, weights.starts[row + 1]!];
  const integers = smallestIntegers([...weights.values.subarray(from, to), biases[row]!]);
  const reach = integers?.reduce((sum, value) => sum + Math.abs(value), 0) ?? Infinity;
  if (integers === undefined || reach > LARGEST_SUM) throw weightsTooFine(l + 1, row);
  return {
    columns: [...weights.columns.subarray(from, to)],
    weights: integers.slice(0, -1),
    bias: integers.at(-1)!,
    activation,
  };
}

/** Sums stay exact in doubles, also where a pass doubles them. */
const LARGEST_SUM = 2 ** 50;

function smallestIntegers(doubles: readonly number[]): number[] | undefined {
  if (doubles.every(Number.isSafeInteger)) {
    const divisor = doubles.reduce(commonDivisor, 0) || 1;
    return doubles.map((value) => value / divisor);
  }
  const exacts = doubles.map(dyadic);
  const lowest = Math.min(...exacts.map(({ exponent }) => exponent));
  const raised = exacts.map(({ mantissa, exponent }) => mantissa << BigInt(exponent - lowest));
  const divisor = raised.reduce(commonBigDivisor, 0n) || 1n;
  const integers = raised.map((value) => Number(value / divisor));
  return integers.every(Number.isSafeInteger) ? integers : undefined;
}

function commonBigDivisor(a: bigint, b: bigint): bigint {
  if (b !== 0n) return commonBigDivisor(b, a % b);
  return a < 0n ? -a : a;
}
