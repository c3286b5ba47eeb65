import type { ChoiceNetwork, Network, NetworkInput, StepPart } from "../../enn/network.ts";
import { sparseMatrix } from "../../enn/sparse-matrix.ts";

/** A weighted sum of what a step sees, and a constant; all of them integers. */
export interface Sum {
  /** (seen). */
  readonly weights: readonly number[];
  readonly constant: number;
}

/** What a step sees, and the name of what it gives. */
export interface PartFrame {
  readonly inputs: readonly NetworkInput[];
  readonly name: string;
}

/** The sum as a network of one unit. */
export function sumNetwork({ weights, constant }: Sum, frame: PartFrame): Network {
  return oneUnit(weights, constant, { ...frame, activation: "identity" });
}

/** One of two parts, as a network of one output that is 0 or 1 decides. */
export function choiceNetwork(
  condition: Network,
  [then, otherwise]: readonly [StepPart, StepPart],
  { inputs, name }: PartFrame,
): ChoiceNetwork {
  const output = { name, shape: [], labels: { kind: "raw" } } as const;
  return { kind: "choice", inputs, condition, then, otherwise, output };
}

/** The larger or the smaller of two sums. */
export function extremeNetwork(
  kind: "larger" | "smaller",
  [a, b]: readonly [Sum, Sum],
  frame: PartFrame,
): ChoiceNetwork {
  const sign = kind === "larger" ? 1 : -1;
  const weights = a.weights.map((weight, k) => sign * (weight - b.weights[k]!));
  const bias = sign * (a.constant - b.constant);
  const condition = oneUnit(weights, bias, { ...frame, activation: "step" });
  return choiceNetwork(condition, [sumNetwork(a, frame), sumNetwork(b, frame)], frame);
}

/** Is what stands in a column above 0? */
export function isPositive(column: number, { inputs, name }: PartFrame): Network {
  const weights = inputs.map((_, k) => (k === column ? 2 : 0));
  return oneUnit(weights, -1, { inputs, name, activation: "step" });
}

function oneUnit(
  weights: readonly number[],
  bias: number,
  { inputs, name, activation }: PartFrame & { readonly activation: "identity" | "step" },
): Network {
  const entries = weights.flatMap((value, column) => (value === 0 ? [] : [{ column, value }]));
  return {
    kind: "feedforward",
    inputs,
    layers: [
      {
        weights: sparseMatrix([entries], weights.length),
        biases: Float64Array.of(bias),
        activation,
      },
    ],
    output: { name, shape: [], labels: { kind: "raw" } },
  };
}
