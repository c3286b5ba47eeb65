import type { Dataset, Target } from "../data/dataset.ts";
import { sizeOf } from "../math/shape.ts";

/**
 * The same samples in ascending order of their values, so that nothing that is learnt depends on the
 * order in which they came. Cost: one comparison sort of the samples.
 */
export function sortedSamples(dataset: Dataset): Dataset {
  const { probabilities, shape, classes } = dataset.target;
  const shares = probabilities && { values: probabilities, shape: [...shape, classes.length] };
  const columns = [...dataset.inputs, dataset.target, ...(shares ? [shares] : [])].map((each) => ({
    values: each.values,
    size: sizeOf(each.shape),
  }));
  const compare = (a: number, b: number): number => {
    for (const { values, size } of columns) {
      for (let k = 0; k < size; k++) {
        const difference = values[a * size + k]! - values[b * size + k]!;
        if (difference !== 0) return difference;
      }
    }
    return 0;
  };
  const kept = Array.from({ length: dataset.nSamples }, (_, sample) => sample).sort(compare);
  return {
    ...dataset,
    nSamples: kept.length,
    inputs: dataset.inputs.map((input) => ({ ...input, values: picked(input, kept) })),
    target: targetOf(dataset.target, kept),
    places: kept.map((sample) => dataset.places[sample]!),
    warnings: dataset.warnings,
  };
}

function targetOf(target: Target, kept: readonly number[]): Target {
  const { shape, classes, probabilities } = target;
  const values = picked(target, kept);
  if (probabilities === undefined) return { ...target, values };
  const each = { shape: [...shape, classes.length], values: probabilities };
  return { ...target, values, probabilities: picked(each, kept) };
}

interface Column<Values extends Float64Array | Int32Array> {
  readonly shape: readonly number[];
  readonly values: Values;
}

function picked<Values extends Float64Array | Int32Array>(
  { shape, values }: Column<Values>,
  samples: readonly number[],
): Values {
  const size = sizeOf(shape);
  const result = values.slice(0, samples.length * size) as Values;
  samples.forEach((sample, k) => {
    result.set(values.subarray(sample * size, (sample + 1) * size), k * size);
  });
  return result;
}
