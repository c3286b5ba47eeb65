import type { Dataset } from "../data/dataset.ts";
import type { AnyNetwork } from "../enn/network.ts";
import { predictor } from "../enn/predict.ts";
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
  const predict = predictor(network);
  const expected = valuesOf(target.classes, network);
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
    const nWrong = y.reduce(
      (count, value, k) => count + (value === expected[target.values[sample * size + k]!] ? 0 : 1),
      0,
    );
    wrong += nWrong;
    if (nWrong > 0) mistaken.push(sample);
  }
  return { accuracy: 1 - wrong / (nSamples * size), mistakes: mistaken.length, mistaken };
}

/** (classes): what the network gives for each. */
function valuesOf(classes: readonly Label[], { output }: AnyNetwork): number[] {
  return classes.map((label, index) => (output.classes === undefined ? Number(label) : index));
}
