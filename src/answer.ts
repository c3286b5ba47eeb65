import { parseInput } from "./data/parse-input.ts";
import type { Network } from "./enn/network.ts";
import { predict as predictFlat } from "./enn/predict.ts";
import { predictionShape } from "./enn/prediction-shape.ts";
import { missingInput } from "./errors.ts";
import type { Domain } from "./math/domain.ts";
import { type Nested, type NestedOf, nest } from "./math/shape.ts";
import { type ArrayValue, evaluate as evaluateArrays } from "./program/evaluate.ts";
import { keyOf, type Program } from "./program/program.ts";

/** The inputs of one sample by name: numbers, texts, true or false, or nested arrays of them. */
export type Sample = Readonly<Record<string, NestedOf<number | string | boolean>>>;

/** What a network says about a sample, as nested arrays; with softmax the last axis are classes. Throws DistillError. */
export function predict(network: Network, sample: Sample): Nested {
  const x = network.inputs.flatMap(({ name, domain }) => [...inputOf(sample, name, domain).data]);
  return nest(predictFlat(network, x), predictionShape(network));
}

/** What a program says about a sample, as nested arrays; any size that it holds for. Throws DistillError. */
export function evaluate(program: Program, sample: Sample): Nested {
  const result = evaluateArrays(
    program,
    program.inputs.map((input) => inputOf(sample, keyOf(input), input.domain)),
  );
  return typeof result === "number" ? result : nest(result.data, result.shape);
}

function inputOf(sample: Sample, name: string, domain: Domain): ArrayValue {
  if (!Object.hasOwn(sample, name)) throw missingInput("the sample", name, Object.keys(sample));
  // Any number will do: what a program says beyond the domain is well defined.
  const accepted: Domain = domain.kind === "one-hot" ? domain : { kind: "real" };
  return parseInput(sample[name], { place: "the sample", name, domain: accepted });
}
