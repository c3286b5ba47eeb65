import type { Network } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { rowOf } from "../../src/enn/sparse-matrix.ts";
import * as exacts from "../../src/math/exact.ts";
import { type Exact, exact } from "../../src/math/exact.ts";
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
    const expected = predict(x);
    if (result === undefined || result.data.length !== expected.length) return false;
    const isShape =
      network.layers.at(-1)!.activation === "softmax" ||
      isSameShape(result.shape, network.output.shape);
    if (!isShape) return false;
    if (expected.some((value, k) => value !== result.data[k])) return false;
  }
  return true;
}

/** The inputs on which no sign or step of the network sees a sum that is noise: below 1e-9 of the |weights|, not 0. */
export function withoutNoise(network: Network, inputs: readonly Float64Array[]): Float64Array[] {
  return inputs.filter((x) => !isNoisy(network, x));
}

function isNoisy({ layers }: Network, x: Float64Array): boolean {
  let values: Exact[] = Array.from(x, exact);
  for (const { weights, biases, activation } of layers) {
    if (activation !== "sign" && activation !== "step") return false;
    const next: Exact[] = [];
    for (const [row, bias] of biases.entries()) {
      let [sum, size]: Exact[] = [exact(bias), 0];
      for (const { column, value } of rowOf(weights, row)) {
        sum = exacts.add(sum!, exacts.multiply(exact(value), values[column]!));
        size = exacts.add(size!, exact(Math.abs(value)));
      }
      const side = Math.sign(exacts.compare(sum!, 0));
      const scaled = exacts.multiply(exacts.multiply(sum!, side), 1e9);
      if (side !== 0 && exacts.compare(scaled, size!) < 0) return true;
      next.push(activation === "sign" ? side : Math.max(side, 0));
    }
    values = next;
  }
  return false;
}

function resultOf(network: Network, program: Program, x: Float64Array): ArrayValue | undefined {
  let next = 0;
  const arrays = network.inputs.map(({ shape }) => {
    const start = next;
    next += shape.reduce((product, length) => product * length, 1);
    return { shape, data: x.slice(start, next) };
  });
  try {
    return asArray(evaluate(program, arrays));
  } catch {
    return undefined;
  }
}

function asArray(value: Value): ArrayValue {
  return typeof value === "number" ? { shape: [], data: Float64Array.of(value) } : value;
}
