import { parseInput } from "../data/parse-input.ts";
import { parseLabels } from "../data/parse-labels.ts";
import { badProgram, missingInput, targetShape, wrongInput } from "../errors.ts";
import { firstLargest } from "../math/first-largest.ts";
import type { Label } from "../math/label.ts";
import { isSameShape, type NestedOf, nest } from "../math/shape.ts";
import { type ArrayValue, evaluate, type Value, WrongInput } from "../program/evaluate.ts";
import { keyOf, type Program } from "../program/program.ts";
import { type PlacedSample, readSamples } from "./read-samples.ts";

/** What a program says about one sample. */
export interface Prediction {
  readonly value: NestedOf<Label>;
  readonly values: number;
  /** How many of the values are those of the target; undefined without targets. */
  readonly right: number | undefined;
}

/**
 * The predictions for a file of samples, one by one; each may have its own size.
 *
 * Inputs are matched by name, other keys are ignored. Throws DistillError with the file and line.
 */
export async function* runProgram(
  program: Program,
  path: string,
  target?: string,
): AsyncGenerator<Prediction> {
  const inputs = program.inputs.map(keyOf);
  for await (const sample of readSamples(path, { inputs, target })) {
    yield predictSample(program, sample);
  }
}

function predictSample(program: Program, sample: PlacedSample): Prediction {
  const { place, target, keys, get } = sample;
  const inputs = program.inputs.map((input): ArrayValue => {
    const name = keyOf(input);
    if (!keys.includes(name)) throw missingInput(place, name, keys);
    return parseInput(get(name), { place, name, domain: input.domain });
  });
  const { data, shape } = arrayOf(evaluateAt(program, inputs, place));
  const { labels, classes } = program;
  const given = Array.from(data, (value): Label => (labels === undefined ? value : labels[value]!));
  const value = nest(given, shape);
  if (classes !== undefined && classes.length !== shape.at(-1)) {
    const found = `${shape.at(-1)} probabilities`;
    throw badProgram(
      "the program",
      `expected as many as its ${classes.length} classes, found ${found}`,
    );
  }
  const said = classes === undefined ? given : mostProbable(data, classes);
  const saidShape = classes === undefined ? shape : shape.slice(0, -1);
  const prediction = { value, values: said.length };
  if (target === undefined) return { ...prediction, right: undefined };
  const wanted = parseLabels(get(target), { place, name: target });
  if (!isSameShape(wanted.shape, saidShape)) throw targetShape(place, target, saidShape);
  const isRight = (label: Label, k: number) => wanted.right[k]!.some((each) => isSame(label, each));
  const right = said.filter(isRight).length;
  return { ...prediction, right };
}

/** The class of the largest of each row of probabilities, the first on a tie. */
function mostProbable(probabilities: ArrayLike<number>, classes: readonly Label[]): Label[] {
  const rows = Array.from({ length: probabilities.length / classes.length }, (_, row) =>
    classes.map((_, k) => probabilities[row * classes.length + k]!),
  );
  return rows.map((row) => classes[firstLargest(row)]!);
}

/** A program of bits says 1 for true. */
function isSame(said: Label, wanted: Label): boolean {
  return (
    said === (typeof said === "number" && typeof wanted === "boolean" ? Number(wanted) : wanted)
  );
}

function evaluateAt(program: Program, inputs: readonly ArrayValue[], place: string): Value {
  try {
    return evaluate(program, inputs);
  } catch (error) {
    if (error instanceof WrongInput || error instanceof RangeError) {
      throw wrongInput(place, error.message);
    }
    throw error;
  }
}

function arrayOf(value: Value): ArrayValue {
  return typeof value === "number" ? { shape: [], data: Float64Array.of(value) } : value;
}
