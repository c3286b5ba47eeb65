import { parseInput } from "./data/parse-input.ts";
import type { AnyNetwork } from "./enn/network.ts";
import { predict as predictFlat } from "./enn/predict.ts";
import { givesProbabilities, predictionShape } from "./enn/prediction-shape.ts";
import { missingInput } from "./errors.ts";
import type { Domain } from "./math/domain.ts";
import type { Label } from "./math/label.ts";
import { type NestedOf, nest, type Shape } from "./math/shape.ts";
import { type ArrayValue, evaluate as evaluateArrays } from "./program/evaluate.ts";
import { keyOf, type Program } from "./program/program.ts";

/** The inputs of one sample by name: numbers, texts, true or false, or nested arrays of them. */
export type Sample = Readonly<Record<string, NestedOf<number | string | boolean>>>;

/** What a network says about a sample, as nested arrays; with softmax the last axis are classes. Throws DistillError. */
export function predict(network: AnyNetwork, sample: Sample): NestedOf<Label> {
  const x = network.inputs.flatMap(({ name, domain }) => [...inputOf(sample, name, domain).data]);
  const { classes } = network.output;
  return labelled(
    predictFlat(network, x),
    predictionShape(network),
    givesProbabilities(network) ? undefined : classes,
  );
}

/** What a program says about a sample, as nested arrays; any size that it holds for. Throws DistillError. */
export function evaluate(program: Program, sample: Sample): NestedOf<Label> {
  const result = evaluateArrays(
    program,
    program.inputs.map((input) => inputOf(sample, keyOf(input), input.domain)),
  );
  const { data, shape } = typeof result === "number" ? { data: [result], shape: [] } : result;
  return labelled(data, shape, program.labels);
}

/** Numbers as they are, or as the labels for which they stand. */
function labelled(
  data: ArrayLike<number>,
  shape: Shape,
  labels: readonly Label[] | undefined,
): NestedOf<Label> {
  return nest(
    Array.from(data, (value): Label => (labels === undefined ? value : labels[value]!)),
    shape,
  );
}

function inputOf(sample: Sample, name: string, domain: Domain): ArrayValue {
  if (!Object.hasOwn(sample, name)) throw missingInput("the sample", name, Object.keys(sample));
  // Any number will do: what a program says beyond the domain is well defined.
  const accepted: Domain = domain.kind === "one-hot" ? domain : { kind: "real" };
  return parseInput(sample[name], { place: "the sample", name, domain: accepted });
}
