import type { Dataset } from "../../src/data/dataset.ts";
import type { AnyNetwork } from "../../src/enn/network.ts";
import { predictor } from "../../src/enn/predict.ts";
import { binary } from "../../src/math/domain.ts";
import type { Random } from "../../src/math/random.ts";
import { type Shape, sizeOf } from "../../src/math/shape.ts";

/** What a sample is: one flat array of bits for each input, and the target's bits. */
export interface Example {
  readonly inputs: readonly (readonly number[])[];
  readonly target: readonly number[];
}

/** Names and shapes of the inputs, in order, and the target's shape. */
export interface Form {
  readonly inputs: Readonly<Record<string, Shape>>;
  readonly target: Shape;
}

export function datasetOf({ inputs, target }: Form, examples: readonly Example[]): Dataset {
  const labels = examples.flatMap((example) => example.target);
  const classes = [0, 1].filter((label) => labels.includes(label));
  return {
    nSamples: examples.length,
    inputs: Object.entries(inputs).map(([name, shape], k) => ({
      name,
      shape,
      domain: binary,
      values: Float64Array.from(examples.flatMap((example) => example.inputs[k]!)),
    })),
    target: {
      name: "y",
      shape: target,
      classes,
      values: Int32Array.from(labels, (label) => classes.indexOf(label)),
    },
    places: examples.map((_, k) => `data:${k + 1}`),
    warnings: [],
  };
}

/** A function of the flat inputs to the flat target. */
export type Rule = (...inputs: readonly (readonly number[])[]) => readonly number[];

/** Random samples of a rule. */
export function examplesOf(form: Form, rule: Rule, count: number, random: Random): Example[] {
  return Array.from({ length: count }, () => {
    const inputs = Object.values(form.inputs).map((shape) =>
      Array.from({ length: sizeOf(shape) }, () => random.bit()),
    );
    return { inputs, target: rule(...inputs) };
  });
}

/** Does a network give the target of every example? */
export function explains(network: AnyNetwork, examples: readonly Example[]): boolean {
  const predict = predictor(network);
  return examples.every(({ inputs, target }) => {
    const y = predict(inputs.flat());
    return y.length === target.length && target.every((label, k) => label === y[k]);
  });
}
