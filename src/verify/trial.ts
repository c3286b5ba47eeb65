import { decodeOneHot, shapeWithoutValues } from "../data/one-hot.ts";
import type { AnyNetwork, NetworkInput, StepPart } from "../enn/network.ts";
import { predictor } from "../enn/predict.ts";
import { givesProbabilities, predictionShape } from "../enn/prediction-shape.ts";
import type { Label } from "../math/label.ts";
import { isSameShape, type NestedOf, nest, sizeOf } from "../math/shape.ts";
import { type ArrayValue, evaluate, type Value } from "../program/evaluate.ts";
import type { Program } from "../program/program.ts";
import type { Counterexample } from "./verdict.ts";

/** What one input shows, by the two definitions of meaning alone. */
export type Trial =
  | { readonly kind: "same" }
  | { readonly kind: "different"; readonly counterexample: Counterexample }
  /** One has no result: an index leaves its array, a carried integer its bounds, or a number passes 2^53. */
  | { readonly kind: "failed"; readonly reason: string };

/**
 * Runs network and program on inputs, all of them one after the other, flat and row-major.
 *
 * Equal means: same shape, and elements equal by ===; probabilities to 1e-12.
 */
export function trialOf(
  network: AnyNetwork | StepPart,
  program: Program,
): (x: Float64Array) => Trial {
  const predict = predictor(network);
  const shape = predictionShape(network);
  const areSame = givesProbabilities(network) ? isNear : isSame;
  return (x) => {
    const inputs = split(x, network.inputs);
    const result = resultOf(program, inputs);
    if ("reason" in result) return { kind: "failed", reason: result.reason };
    const data = outputsOf(predict, x);
    if ("reason" in data) return { kind: "failed", reason: data.reason };
    const expected: ArrayValue = { shape, data };
    if (areSame(expected, result)) return { kind: "same" };
    const named = network.inputs.map((input, k) => [input.name, said(inputs[k]!, input)] as const);
    const counterexample = {
      inputs: Object.fromEntries(named),
      network: labelled(expected, program.labels),
      program: labelled(result, program.labels),
    };
    return { kind: "different", counterexample };
  };
}

function outputsOf(
  predict: (x: Float64Array) => Float64Array,
  x: Float64Array,
): Float64Array | { readonly reason: string } {
  try {
    return predict(x);
  } catch (error) {
    if (error instanceof RangeError) return { reason: `the network fails: ${error.message}` };
    throw error;
  }
}

function split(x: Float64Array, inputs: readonly NetworkInput[]): ArrayValue[] {
  let next = 0;
  return inputs.map(({ shape }) => {
    const start = next;
    next += sizeOf(shape);
    return { shape, data: x.slice(start, next) };
  });
}

function resultOf(
  program: Program,
  inputs: readonly ArrayValue[],
): ArrayValue | { reason: string } {
  try {
    const result = asArray(evaluate(program, inputs));
    if (result.data.every(Number.isFinite)) return result;
    return { reason: "the program fails: its result is not a number" };
  } catch (error) {
    if (error instanceof RangeError) return { reason: `the program fails: ${error.message}` };
    throw error;
  }
}

function asArray(value: Value): ArrayValue {
  return typeof value === "number" ? { shape: [], data: Float64Array.of(value) } : value;
}

function isSame(a: ArrayValue, b: ArrayValue): boolean {
  if (!isSameShape(a.shape, b.shape) || a.data.length !== b.data.length) return false;
  return a.data.every((value, k) => value === b.data[k]);
}

/** Probabilities are rounded on their way: they agree to 1e-12. */
function isNear(a: ArrayValue, b: ArrayValue): boolean {
  if (!isSameShape(a.shape, b.shape) || a.data.length !== b.data.length) return false;
  return a.data.every((value, k) => Math.abs(value - b.data[k]!) <= 1e-12);
}

/** An input as users see it: texts rather than the places of values. */
function said({ shape, data }: ArrayValue, { domain }: NetworkInput): NestedOf<Label> {
  if (domain.kind !== "one-hot") return nest(data, shape);
  return nest(decodeOneHot(data, domain.values), shapeWithoutValues(shape));
}

function labelled(
  { shape, data }: ArrayValue,
  labels: readonly Label[] | undefined,
): NestedOf<Label> {
  const values = Array.from(data, (value): Label => labels?.[value] ?? value);
  return nest(values, shape);
}
