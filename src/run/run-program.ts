import { elementName, type Field, parseField } from "../data/parse-field.ts";
import { parseSample, type Sample } from "../data/parse-sample.ts";
import {
  missingInput,
  missingKey,
  noSamples,
  outsideDomain,
  targetShape,
  wrongInput,
} from "../errors.ts";
import type { Domain } from "../math/domain.ts";
import { coordinatesOf, isSameShape, type Nested, nest } from "../math/shape.ts";
import { type ArrayValue, evaluate, type Value, WrongInput } from "../program/evaluate.ts";
import { keyOf, type Program } from "../program/program.ts";
import { checkDataFile } from "./read-dataset.ts";
import { readLines } from "./read-lines.ts";

/** What a program says about one sample. */
export interface Prediction {
  readonly value: Nested;
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
  target: string,
): AsyncGenerator<Prediction> {
  await checkDataFile(path);
  let lineNumber = 0;
  let first: { readonly place: string; readonly hasTarget: boolean } | undefined;
  for await (const lines of readLines(path)) {
    for (const line of lines) {
      const place = `${path}:${++lineNumber}`;
      if (line.trim() === "") continue;
      const sample = parseSample(line, place);
      first ??= { place, hasTarget: sample.has(target) };
      if (first.hasTarget && !sample.has(target)) throw missingKey(place, target, first.place);
      yield predictSample(program, sample, { place, target: first.hasTarget ? target : undefined });
    }
  }
  if (first === undefined) throw noSamples(path);
}

interface SamplePlace {
  readonly place: string;
  readonly target: string | undefined;
}

function predictSample(
  program: Program,
  sample: Sample,
  { place, target }: SamplePlace,
): Prediction {
  const inputs = program.inputs.map((input) =>
    inputOf(sample, { name: keyOf(input), domain: input.domain, place }),
  );
  const y = arrayOf(evaluateAt(program, inputs, place));
  const prediction = { value: nest(y.data, y.shape), values: y.data.length };
  if (target === undefined) return { ...prediction, right: undefined };
  const wanted = parseField(sample.get(target), { place, name: target });
  if (!isSameShape(wanted.shape, y.shape)) throw targetShape(place, target, y.shape);
  return { ...prediction, right: y.data.filter((value, k) => value === wanted.values[k]).length };
}

interface InputPlace {
  readonly name: string;
  readonly domain: Domain;
  readonly place: string;
}

function inputOf(sample: Sample, { name, domain, place }: InputPlace): ArrayValue {
  if (!sample.has(name)) throw missingInput(place, name, [...sample.keys()]);
  const field = parseField(sample.get(name), { place, name });
  checkDomain(field, { name, domain, place });
  return { shape: field.shape, data: field.values };
}

function checkDomain({ shape, values }: Field, { name, domain, place }: InputPlace): void {
  const wrong = values.findIndex((value) => !isInside(value, domain));
  if (wrong < 0) return;
  const element = elementName(name, coordinatesOf(wrong, shape));
  throw outsideDomain(place, element, domainText(domain), values[wrong]!);
}

function isInside(value: number, domain: Domain): boolean {
  switch (domain.kind) {
    case "binary":
      return value === 0 || value === 1;
    case "sign":
      return value === -1 || value === 0 || value === 1;
    case "integer":
      return Number.isSafeInteger(value) && value >= domain.low && value <= domain.high;
    case "real":
      return Number.isFinite(value);
  }
}

function domainText(domain: Domain): string {
  switch (domain.kind) {
    case "binary":
      return "0 or 1";
    case "sign":
      return "-1, 0 or 1";
    case "integer":
      return `an integer from ${domain.low} to ${domain.high}`;
    case "real":
      return "a finite number";
  }
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
