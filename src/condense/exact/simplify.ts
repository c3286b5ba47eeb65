import type { Layer } from "../../enn/network.ts";
import { type Children, classify } from "./classify.ts";
import { contest } from "./contest.ts";
import type { ExactUnit } from "./exact-network.ts";
import { keep } from "./keep.ts";
import { type Solution, solve } from "./solve.ts";
import { spread } from "./spread.ts";
import type { Side } from "./walk.ts";

/** A layer in exact numbers, and how many of its units take noise for a tie. */
export interface Simplified {
  readonly units: readonly ExactUnit[];
  readonly snapped: number;
}

export function simplify(layer: Layer, children: Children, nGroups: number): Simplified {
  switch (layer.activation) {
    case "sign":
    case "step":
      return simplifySides(layer, children, layer.activation);
    case "identity":
    case "softmax":
      return {
        units: Array.from(layer.biases, (_, row) => keep(layer, row, children)),
        snapped: 0,
      };
    case "argmax":
      return contest(layer, children, nGroups);
  }
}

function simplifySides(layer: Layer, children: Children, activation: Side): Simplified {
  const solutions = new Map<string, Solution>();
  let snapped = 0;
  const units = Array.from(layer.biases, (bias, row): ExactUnit => {
    const { classes, classOf, key } = classify(layer, row, children);
    const solution = solutions.get(key) ?? solve(classes, bias, activation);
    solutions.set(key, solution);
    if (solution.isSnapped) snapped += 1;
    // Units that keep their doubles share a solution at different scales.
    const weights = solution.isInteger ? solution.weights : classes.map(({ weight }) => weight);
    return {
      ...spread(layer, row, { classOf, weights }),
      bias: solution.isInteger ? solution.bias : bias + 0,
      isInteger: solution.isInteger,
      activation,
      values: solution.values,
    };
  });
  return { units, snapped };
}
