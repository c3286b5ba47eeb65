import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { isSameShape } from "../../src/math/shape.ts";
import { type ArrayValue, evaluate, type Value } from "../../src/program/evaluate.ts";
import type { Program } from "../../src/program/program.ts";

/** Do network and program agree on all of these inputs? A program that fails does not. */
export function agreeOn(
  network: Network,
  program: Program,
  inputs: Iterable<Float64Array>,
): boolean {
  const predict = predictor(network);
  for (const x of inputs) {
    const result = resultOf(network, program, x);
    if (result === undefined || !isSameShape(result.shape, network.output.shape)) return false;
    if (predict(x).some((value, k) => value !== result.data[k])) return false;
  }
  return true;
}

function resultOf(network: Network, program: Program, x: Float64Array): ArrayValue | undefined {
  try {
    return asArray(evaluate(program, [{ shape: network.inputs[0]!.shape, data: x }]));
  } catch {
    return undefined;
  }
}

function asArray(value: Value): ArrayValue {
  return typeof value === "number" ? { shape: [], data: Float64Array.of(value) } : value;
}
