import type { Network } from "../../enn/network.ts";
import { predictor } from "../../enn/predict.ts";
import { type Domain, extremesOf } from "../../math/domain.ts";
import { Random } from "../../math/random.ts";
import { sizeOf } from "../../math/shape.ts";
import { evaluate } from "../../program/evaluate.ts";
import type { Program } from "../../program/program.ts";

const INPUTS = 24;

/**
 * Does a program say on some inputs what its network says? Refutes what holds but for places at which an
 * array ends; what is right is proved elsewhere.
 */
export function agrees(program: Program, network: Network): boolean {
  const random = new Random(1);
  const predict = predictor(network);
  for (let n = 0; n < INPUTS; n++) {
    const parts = network.inputs.map(({ shape, domain }) => ({
      shape,
      data: Float64Array.from({ length: sizeOf(shape) }, () => draw(domain, random, n)),
    }));
    const expected = predict(parts.flatMap(({ data }) => [...data]));
    const said = answer(program, parts);
    if (said === undefined || !expected.every((value, k) => said[k] === value)) return false;
  }
  return true;
}

function answer(
  program: Program,
  inputs: Parameters<typeof evaluate>[1],
): ArrayLike<number> | undefined {
  try {
    const value = evaluate(program, inputs);
    return typeof value === "number" ? [value] : value.data;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** First all at their least, then all at their most, then anything. */
function draw(domain: Domain, random: Random, n: number): number {
  const { low, high } = extremesOf(domain);
  if (n < 2) return n === 0 ? low : high;
  return low + random.below(high - low + 1);
}
