import type { Dataset } from "../data/dataset.ts";
import { isRight } from "../data/is-right.ts";
import type { AnyNetwork } from "../enn/network.ts";
import { predictor } from "../enn/predict.ts";
import { givesProbabilities } from "../enn/prediction-shape.ts";
import { firstLargest } from "../math/first-largest.ts";
import type { Label } from "../math/label.ts";
import { sizeOf } from "../math/shape.ts";
import type { Candidate } from "./candidate.ts";
import { columnsOf } from "./columns.ts";

/** How a network does on the samples from which it was learnt. */
export function accuracyOf(
  dataset: Dataset,
  network: AnyNetwork,
): Pick<Candidate, "accuracy" | "mistakes" | "mistaken"> {
  const { nSamples, target } = dataset;
  const size = sizeOf(target.shape);
  const predict = labelsBy(network, target.classes.length);
  const classOf = classesOf(target.classes, network);
  const columns = columnsOf(dataset);
  const x = new Float64Array(columns.count);
  let wrong = 0;
  const mistaken: number[] = [];
  for (let sample = 0; sample < nSamples; sample++) {
    for (let column = 0; column < columns.count; column++) {
      const { values, stride, offset } = columns.at(column);
      x[column] = values[sample * stride + offset]!;
    }
    const y = predict(x);
    let nWrong = 0;
    for (let k = 0; k < size; k++) {
      const label = classOf.get(y[k]!);
      if (label === undefined || !isRight(target, sample * size + k, label)) nWrong += 1;
    }
    wrong += nWrong;
    if (nWrong > 0) mistaken.push(sample);
  }
  return { accuracy: 1 - wrong / (nSamples * size), mistakes: mistaken.length, mistaken };
}

/** What a network says about each output: of probabilities the class of the largest, the first on a tie. */
function labelsBy(network: AnyNetwork, nClasses: number): (x: Float64Array) => ArrayLike<number> {
  const predict = predictor(network);
  if (!givesProbabilities(network)) return predict;
  return (x) => {
    const probabilities = predict(x);
    return Array.from({ length: probabilities.length / nClasses }, (_, k) => {
      return firstLargest(probabilities.slice(k * nClasses, (k + 1) * nClasses));
    });
  };
}

/** The classes for which values of the network stand. */
function classesOf(classes: readonly Label[], { output }: AnyNetwork): Map<number, number> {
  return new Map(
    classes.map((label, index) => [output.classes === undefined ? Number(label) : index, index]),
  );
}
