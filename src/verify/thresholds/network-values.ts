import type { Layer, Network } from "../../enn/network.ts";
import { rowOf } from "../../enn/sparse-matrix.ts";
import { integerWeights } from "../integer-weights.ts";
import { type Bases, isExact } from "./base.ts";
import { cellOf, difference, sumOf, type Term } from "./sum.ts";
import { step } from "./unit.ts";
import { unknown, type Value } from "./value.ts";

/**
 * Some outputs of a network, each as a value; only units on which these depend are looked at.
 *
 * Throws Obstacle. Cost: the nonzero weights of those units, and what it takes to join what they say.
 */
export function networkValues(
  { layers, output }: Network,
  bases: Bases,
  outputs: readonly number[],
): Value[] {
  const last = layers.length - 1;
  const known = layers.map(() => new Map<number, Value>());
  const read = (l: number, row: number): Value => {
    if (l < 0) return cellOf(bases, row);
    const before = known[l]!.get(row);
    if (before !== undefined) return before;
    const layer = layers[l]!;
    const terms = rowOf(layer.weights, row).map(
      ({ column, value }): Term => ({ factor: value, value: read(l - 1, column) }),
    );
    bases.spend(terms.length);
    const isAboveZero = l === last && output.labels.kind === "above-zero";
    const activation = isAboveZero ? aboveZero(layer.activation) : layer.activation;
    const value = unitValue(bases, activation, terms, layer.biases[row]!);
    known[l]!.set(row, value);
    return value;
  };
  return outputs.map((row) => read(last, row));
}

type Kind = Layer["activation"];

/** What is 1 where a unit is above 0: where its sum is. */
function aboveZero(kind: Kind): Kind {
  return kind === "sign" || kind === "identity" ? "step" : kind;
}

function unitValue(bases: Bases, kind: Kind, given: readonly Term[], start: number): Value {
  const { terms, bias } = kind === "identity" ? { terms: given, bias: start } : whole(given, start);
  if (!terms.every(({ factor }) => isExact(factor))) return unknown;
  switch (kind) {
    case "step":
      return step(bases, terms, bias);
    case "sign": {
      const opposite = terms.map(({ factor, value }) => ({ factor: -factor, value }));
      return difference(bases, step(bases, terms, bias), step(bases, opposite, -bias));
    }
    case "identity":
      return isExact(bias) ? sumOf(bases, terms, bias) : unknown;
    case "argmax":
    case "softmax":
      return unknown;
  }
}

/** A sum on the same side of 0 whose factors are integers: fractions of powers of two are made whole. */
function whole(terms: readonly Term[], bias: number): { terms: readonly Term[]; bias: number } {
  if (terms.every(({ factor }) => Number.isInteger(factor))) return { terms, bias };
  const scaled = integerWeights(
    terms.map(({ factor }) => factor),
    bias,
  );
  return {
    terms: terms.map(({ value }, k) => ({ factor: Number(scaled.weights[k]), value })),
    bias: Number(scaled.bias),
  };
}
