import { tooManyClasses } from "../errors.ts";
import { firstLargest } from "../math/first-largest.ts";
import type { Label } from "../math/label.ts";
import { areTooMany } from "./check-learnable.ts";
import type { Column, ColumnValues } from "./column.ts";
import { compareLabels } from "./compare-labels.ts";
import type { Target } from "./dataset.ts";
import { labelsOfNames } from "./distribution.ts";

/** The target that a column holds. Throws `too-many-classes`. */
export function targetOf(column: Column, place: string): Target {
  const { name, shape } = column;
  const values = column.take();
  const found = labelsIn(values);
  const classes = [...found.labels].sort(compareLabels);
  // Integers may be what a formula says, however many they are.
  const areIntegers = classes.every((label) => Number.isSafeInteger(label));
  if (!areIntegers && areTooMany(classes.length, values.numbers.length)) {
    throw tooManyClasses(place, name, classes.length);
  }
  // Labels are of one kind, so that their texts tell them apart.
  const indices = new Map(classes.map((label, index) => [label, index]));
  const classOf = found.labels.map((label) => indices.get(label)!);
  if (values.kind === "distribution") {
    const probabilities = probabilitiesOf(values, classOf);
    return {
      name,
      shape,
      classes,
      values: mostProbable(probabilities, classes.length),
      probabilities,
    };
  }
  return { name, shape, classes, values: Int32Array.from(found.codes, (code) => classOf[code]!) };
}

interface Coded {
  /** All different labels, in the order in which they came. */
  readonly labels: readonly Label[];
  /** Indices into them, one for each value of the column. */
  readonly codes: Float64Array;
}

function labelsIn({ kind, numbers, texts }: ColumnValues): Coded {
  switch (kind) {
    case "string":
      return { labels: texts, codes: numbers };
    case "distribution":
      return { labels: labelsOfNames(texts), codes: numbers };
    case "number":
      return coded(numbers);
    case "boolean": {
      const { labels, codes } = coded(numbers);
      return { labels: labels.map((label) => label === 1), codes };
    }
  }
}

function coded(numbers: Float64Array): Coded {
  const codes = new Map<number, number>();
  for (const number of numbers) if (!codes.has(number)) codes.set(number, codes.size);
  return { labels: [...codes.keys()], codes: numbers.map((number) => codes.get(number)!) };
}

/** (values of the column, nClasses). */
function probabilitiesOf(
  { numbers, shares }: ColumnValues,
  classOf: readonly number[],
): Float64Array {
  const nClasses = classOf.length;
  const probabilities = new Float64Array(numbers.length * nClasses);
  for (let k = 0; k < numbers.length; k++) {
    const end = numbers[k + 1] ?? shares.length;
    for (let from = numbers[k]!; from < end; from += 2) {
      probabilities[k * nClasses + classOf[shares[from]!]!] = shares[from + 1]!;
    }
  }
  return probabilities;
}

/** The first of the most probable classes. */
function mostProbable(probabilities: Float64Array, nClasses: number): Int32Array {
  return Int32Array.from({ length: probabilities.length / nClasses }, (_, k) =>
    firstLargest(probabilities.subarray(k * nClasses, (k + 1) * nClasses)),
  );
}
