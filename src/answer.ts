import { parseField } from "./data/parse-field.ts";
import type { Network } from "./enn/network.ts";
import { predict as predictFlat } from "./enn/predict.ts";
import { predictionShape } from "./enn/prediction-shape.ts";
import { missingInput } from "./errors.ts";
import { type Nested, nest } from "./math/shape.ts";
import { type ArrayValue, evaluate as evaluateArrays } from "./program/evaluate.ts";
import { keyOf, type Program } from "./program/program.ts";

/** The inputs of one sample by name: numbers or nested arrays. */
export type Sample = Readonly<Record<string, Nested>>;

/** What a network says about a sample, as nested arrays; with softmax the last axis are classes. Throws DistillError. */
export function predict(network: Network, sample: Sample): Nested {
  const x = network.inputs.flatMap(({ name }) => [...inputOf(sample, name).data]);
  return nest(predictFlat(network, x), predictionShape(network));
}

/** What a program says about a sample, as nested arrays; any size that it holds for. Throws DistillError. */
export function evaluate(program: Program, sample: Sample): Nested {
  const result = evaluateArrays(
    program,
    program.inputs.map((input) => inputOf(sample, keyOf(input))),
  );
  return typeof result === "number" ? result : nest(result.data, result.shape);
}

function inputOf(sample: Sample, name: string): ArrayValue {
  if (!Object.hasOwn(sample, name)) throw missingInput("the sample", name, Object.keys(sample));
  const { shape, values } = parseField(sample[name], { place: "the sample", name });
  return { shape, data: values };
}
