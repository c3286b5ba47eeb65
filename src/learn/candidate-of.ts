import type { Dataset } from "../data/dataset.ts";
import type { Network } from "../enn/network.ts";
import { predictor } from "../enn/predict.ts";
import type { Label } from "../math/label.ts";
import { sizeOf } from "../math/shape.ts";
import type { Candidate } from "./candidate.ts";
import { columnsOf } from "./columns.ts";
import type { Doubts } from "./doubt/doubts.ts";
import type { Found } from "./found.ts";
import { networkOfIndex, networkOfRules } from "./network/network-of-rules.ts";

/** The network of what was found, and how it does on the samples. */
export function candidateOf(dataset: Dataset, found: Found, doubts: () => Doubts): Candidate {
  const network = networkOf(dataset, found);
  const { bits, mistakeBits, sharing, open } = found;
  return { network, bits, mistakeBits, sharing, open, doubts, ...accuracyOf(dataset, network) };
}

export function networkOf(dataset: Dataset, { isIndex, rules }: Found): Network {
  return (isIndex ? networkOfIndex : networkOfRules)(dataset, rules);
}

function accuracyOf(
  dataset: Dataset,
  network: Network,
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
function valuesOf(classes: readonly Label[], { output }: Network): number[] {
  return classes.map((label, index) => (output.classes === undefined ? Number(label) : index));
}
