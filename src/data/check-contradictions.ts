import { contradiction } from "../errors.ts";
import { sizeOf } from "../math/shape.ts";
import type { Dataset } from "./dataset.ts";

/**
 * Samples with the same inputs must have the same target. Throws `contradiction`.
 *
 * Cost: linear in the values; samples are compared only where their hashes agree.
 */
export function checkContradictions(dataset: Dataset): void {
  const { nSamples, places } = dataset;
  const bySameHash = new Map<number, number[]>();
  for (let sample = 0; sample < nSamples; sample++) {
    const hash = hashOfInputs(dataset, sample);
    const others = bySameHash.get(hash);
    if (others === undefined) {
      bySameHash.set(hash, [sample]);
      continue;
    }
    const twin = others.find((other) => haveSameInputs(dataset, sample, other));
    if (twin === undefined) others.push(sample);
    else if (!haveSameTarget(dataset, sample, twin)) {
      throw contradiction(places[sample]!, places[twin]!);
    }
  }
}

/** A number below 2^53. Source: FNV-1a, twice, on the halves of doubles, folded. */
function hashOfInputs({ inputs }: Dataset, sample: number): number {
  let low = 0x811c9dc5;
  let high = 0x2166f36e;
  for (const { shape, values } of inputs) {
    const size = sizeOf(shape);
    for (let k = sample * size; k < (sample + 1) * size; k++) {
      double[0] = values[k]!;
      // Small integers differ in the first bits of their doubles, which come last here.
      const bits = halves[0]! ^ ((halves[1]! << 12) | (halves[1]! >>> 20));
      low = Math.imul(low ^ bits, 0x01000193);
      high = Math.imul(high ^ (bits + 1), 0x01000193);
    }
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}

const double = new Float64Array(1);
const halves = new Int32Array(double.buffer);

function haveSameInputs({ inputs }: Dataset, a: number, b: number): boolean {
  return inputs.every(({ shape, values }) => areSameRows(values, sizeOf(shape), [a, b]));
}

function haveSameTarget({ target }: Dataset, a: number, b: number): boolean {
  const { shape, classes, values, probabilities } = target;
  const size = sizeOf(shape);
  if (!areSameRows(values, size, [a, b])) return false;
  return probabilities === undefined || areSameRows(probabilities, size * classes.length, [a, b]);
}

function areSameRows(
  values: Float64Array | Int32Array,
  size: number,
  [a, b]: readonly [number, number],
): boolean {
  for (let k = 0; k < size; k++) if (values[a * size + k] !== values[b * size + k]) return false;
  return true;
}
