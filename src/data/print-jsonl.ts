import { type Nested, nest, type Shape, sizeOf } from "../math/shape.ts";
import type { Dataset } from "./dataset.ts";

/** A data set as text, one JSON object a line; `parseJsonl` reads it back. */
export function printJsonl({ nSamples, inputs, target }: Dataset): string {
  const labels = Array.from(target.values, (index) => Number(target.classes[index]));
  const columns = [...inputs, { ...target, values: labels }];
  const line = (sample: number): string => {
    const fields = columns.map(({ name, shape, values }) => {
      return `${JSON.stringify(name)}: ${JSON.stringify(rowOf(values, shape, sample))}`;
    });
    return `{${fields.join(", ")}}\n`;
  };
  return Array.from({ length: nSamples }, (_, sample) => line(sample)).join("");
}

function rowOf(values: Float64Array | readonly number[], shape: Shape, sample: number): Nested {
  const size = sizeOf(shape);
  return nest(values.slice(sample * size, (sample + 1) * size), shape);
}
