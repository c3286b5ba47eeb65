import type { Layer } from "../../enn/network.ts";
import { type Children, classify } from "./classify.ts";
import type { ExactUnit } from "./exact-network.ts";
import type { WeightClass } from "./lattice.ts";
import { spread } from "./spread.ts";
import { sumValues } from "./sum-values.ts";
import { reals, type Values } from "./values.ts";

/** A unit whose sum itself is read: it keeps its numbers, only constants go into an integer bias. */
export function keep(layer: Layer, row: number, children: Children): ExactUnit {
  const { classes, classOf } = classify(layer, row, children);
  const bias = layer.biases[row]!;
  const sum = inIntegers(classes, bias);
  return {
    ...spread(layer, row, {
      classOf,
      weights: sum?.weights ?? classes.map(({ weight }) => weight),
    }),
    bias: sum?.bias ?? bias + 0,
    isInteger: sum !== undefined,
    activation: "identity",
    values: sum?.values ?? reals,
  };
}

interface IntegerSum {
  /** (nClasses). */
  readonly weights: readonly number[];
  readonly bias: number;
  readonly values: Values;
}

function inIntegers(classes: readonly WeightClass[], bias: number): IntegerSum | undefined {
  const given = classes.map(({ weight }) => weight);
  if (![bias, ...given].every(Number.isSafeInteger)) return undefined;
  // That all sums are small shows that what is folded is exact.
  if (sumValues(classes, given, bias) === undefined) return undefined;
  let folded = bias;
  const weights = classes.map(({ weight, values, count }) => {
    if (values.kind === "reals" || values.low !== values.high) return weight;
    folded += weight * values.low * count;
    return 0;
  });
  const values = sumValues(classes, weights, folded);
  return values && { weights, bias: folded + 0, values };
}
