import { type Shape, sizeOf } from "../math/shape.ts";
import type { Dataset, Input, Target } from "./dataset.ts";
import { decodeOneHot, shapeWithoutValues } from "./one-hot.ts";

/** A data set as text, one JSON object a line; `parseJsonl` reads it back. */
export function printJsonl({ nSamples, inputs, target }: Dataset): string {
  const fields = [...inputs.map(inputField), targetField(target)];
  return Array.from({ length: nSamples }, (_, sample) => `${line(fields, sample)}\n`).join("");
}

/** The inputs of one sample as a JSON object. */
export function printInputs({ inputs }: Dataset, sample: number): string {
  return line(inputs.map(inputField), sample);
}

function line(fields: readonly Printer[], sample: number): string {
  return `{${fields.map(({ name, print }) => `${JSON.stringify(name)}: ${print(sample)}`).join(", ")}}`;
}

interface Printer {
  readonly name: string;
  /** The field's value in one sample, as JSON. */
  readonly print: (sample: number) => string;
}

function inputField({ name, shape, domain, values }: Input): Printer {
  const size = sizeOf(shape);
  const row = (sample: number) => values.subarray(sample * size, (sample + 1) * size);
  if (domain.kind !== "one-hot") {
    return { name, print: (sample) => nestText(Array.from(row(sample), leafText), shape) };
  }
  const texts = (sample: number) => decodeOneHot(row(sample), domain.values).map(leafText);
  const shown = shapeWithoutValues(shape);
  return { name, print: (sample) => nestText(texts(sample), shown) };
}

function targetField({ name, shape, classes, values, probabilities }: Target): Printer {
  const size = sizeOf(shape);
  const label = (k: number): string =>
    probabilities === undefined
      ? leafText(classes[values[k]!]!)
      : distributionText(
          classes.map(String),
          probabilities.subarray(k * classes.length, (k + 1) * classes.length),
        );
  const row = (sample: number) => Array.from({ length: size }, (_, k) => label(sample * size + k));
  return { name, print: (sample) => nestText(row(sample), shape) };
}

/** A value as JSON; large numbers with an exponent, or they would be integers that are rounded. */
function leafText(leaf: number | boolean | string): string {
  const isLarge = typeof leaf === "number" && Math.abs(leaf) > Number.MAX_SAFE_INTEGER;
  return isLarge ? leaf.toExponential() : JSON.stringify(leaf);
}

function distributionText(names: readonly string[], shares: Float64Array): string {
  const entries = names.map((name, k) => `${JSON.stringify(name)}: ${leafText(shares[k]!)}`);
  return `{${entries.join(", ")}}`;
}

/** Flat texts with the brackets of a shape. */
function nestText(texts: readonly string[], shape: Shape): string {
  const [length, ...rest] = shape;
  if (length === undefined) return texts[0]!;
  const size = sizeOf(rest);
  const parts = Array.from({ length }, (_, i) =>
    nestText(texts.slice(i * size, (i + 1) * size), rest),
  );
  return `[${parts.join(",")}]`;
}
