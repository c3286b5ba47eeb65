import { notBinary, shapeMismatch } from "../errors.ts";
import { coordinatesOf, isSameShape, type Shape, sizeOf } from "../math/shape.ts";
import { elementName, parseField } from "./parse-field.ts";

/**
 * The values of one key over all samples, which grow as samples are added.
 *
 * Cost: each value is copied twice at most; memory is at most three times that of the values.
 */
export class Column {
  #shape: Shape | undefined;
  #values = new Float64Array(0);
  #length = 0;

  constructor(readonly name: string) {}

  /** Throws `shape-mismatch`, `not-binary` and what `parseField` throws. */
  add(value: unknown, place: string): void {
    const { shape, values } = parseField(value, { place, name: this.name });
    this.#shape ??= shape;
    if (!isSameShape(shape, this.#shape)) {
      throw shapeMismatch(place, this.name, shapeText(this.#shape), shapeText(shape));
    }
    for (let k = 0; k < values.length; k++) {
      const value = values[k]!;
      if (value === 0 || value === 1) continue;
      throw notBinary(place, elementName(this.name, coordinatesOf(k, shape)), value);
    }
    this.#append(values);
  }

  get shape(): Shape {
    return this.#shape ?? [];
  }

  /** (nSamples, size of shape), row-major. */
  values(): Float64Array {
    return this.#values.slice(0, this.#length);
  }

  #append(values: Float64Array): void {
    const needed = this.#length + values.length;
    if (needed > this.#values.length) {
      const larger = new Float64Array(Math.max(needed, 2 * this.#values.length));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values.set(values, this.#length);
    this.#length = needed;
  }
}

/** `a number`, `an array of 20`, `an array of 8x8`. */
export function shapeText(shape: Shape): string {
  return sizeOf(shape) === 1 && shape.length === 0 ? "a number" : `an array of ${shape.join("x")}`;
}
