import type { ChoiceNetwork, StepPart } from "../../enn/network.ts";
import type { SparseMatrix } from "../../enn/sparse-matrix.ts";

/**
 * Is a choice the larger, or the smaller, of two sums of integers? It is where the difference of the two decides:
 * whatever the condition says of a tie, both are the same there.
 */
export function extremeOf({
  inputs,
  condition,
  then,
  otherwise,
}: ChoiceNetwork): "larger" | "smaller" | undefined {
  const [a, b] = [sumOf(then), sumOf(otherwise)];
  const [layer] = condition.layers;
  const isOne = condition.layers.length === 1 && layer!.activation === "step";
  if (a === undefined || b === undefined || !isOne) return undefined;
  const difference = a.weights.map((weight, k) => weight - b.weights[k]!);
  const asked = denseRow(layer!.weights);
  if (asked.some((weight, k) => weight !== 0 && inputs[k]!.domain.kind === "real"))
    return undefined;
  const first = difference.findIndex((weight) => weight !== 0);
  const factor = first < 0 ? 0 : asked[first]! / difference[first]!;
  if (factor === 0 || !difference.every((weight, k) => asked[k] === factor * weight)) {
    return undefined;
  }
  // The condition is `factor * (difference - constant) + bias > 0`; it has to hold at 1, or at -1, but not at both.
  const least = a.constant - b.constant - layer!.biases[0]! / factor;
  if (factor > 0) return -1 <= least && least < 1 ? "larger" : undefined;
  return -1 < least && least <= 1 ? "smaller" : undefined;
}

interface Sum {
  readonly weights: readonly number[];
  readonly constant: number;
}

/** What a part adds up, where it does nothing else, with integers. */
function sumOf(part: StepPart): Sum | undefined {
  if (part.kind === "choice" || part.layers.length !== 1) return undefined;
  const { activation, weights, biases } = part.layers[0]!;
  const [constant] = biases;
  const sum = { weights: denseRow(weights), constant: constant! };
  const areIntegers = [...sum.weights, sum.constant].every(Number.isSafeInteger);
  return activation === "identity" && areIntegers ? sum : undefined;
}

/** The only row, zeros and all. */
function denseRow({ nColumns, columns, values }: SparseMatrix): number[] {
  const row = Array<number>(nColumns).fill(0);
  columns.forEach((column, k) => {
    row[column] = values[k]!;
  });
  return row;
}
