import { emptyArray, notANumber, raggedArray, tooManyAxes } from "../errors.ts";
import { type Shape, sizeOf } from "../math/shape.ts";

/** A number, or nested arrays of numbers, flat and row-major. */
export interface Field {
  readonly shape: Shape;
  readonly values: Float64Array;
}

/** Where a field stands: the place of its sample and its key. */
export interface FieldPlace {
  readonly place: string;
  readonly name: string;
}

const MOST_AXES = 3;

/**
 * The numbers of one key of a sample.
 *
 * Throws `not-a-number`, `ragged-array`, `empty-array` and `too-many-axes`, with the element's indices.
 */
export function parseField(value: unknown, at: FieldPlace): Field {
  const shape = shapeAlongFirst(value, at);
  const values = new Float64Array(sizeOf(shape));
  let next = 0;
  const path: number[] = [];
  const fill = (part: unknown, axis: number): void => {
    if (axis === shape.length) {
      if (typeof part !== "number") throw notANumber(at.place, elementName(at.name, path), part);
      // -0 is 0: a label has one name.
      values[next++] = part + 0;
      return;
    }
    const row = checkRow(part, shape[axis]!, { ...at, path });
    for (let i = 0; i < row.length; i++) {
      path[axis] = i;
      fill(row[i], axis + 1);
    }
    path.length = axis;
  };
  fill(value, 0);
  return { shape, values };
}

/** `x[2][5]`. */
export function elementName(name: string, indices: readonly number[]): string {
  return name + indices.map((index) => `[${index}]`).join("");
}

/** The shape, if all elements are like the first one at every level. */
function shapeAlongFirst(value: unknown, { place, name }: FieldPlace): number[] {
  const shape: number[] = [];
  let part = value;
  while (Array.isArray(part)) {
    if (part.length === 0)
      throw emptyArray(
        place,
        elementName(
          name,
          shape.map(() => 0),
        ),
      );
    if (shape.length === MOST_AXES) throw tooManyAxes(place, name);
    shape.push(part.length);
    part = part[0];
  }
  return shape;
}

function checkRow(
  part: unknown,
  length: number,
  { place, name, path }: FieldPlace & { readonly path: readonly number[] },
): readonly unknown[] {
  if (Array.isArray(part) && part.length === length) return part;
  if (Array.isArray(part) && part.length === 0) throw emptyArray(place, elementName(name, path));
  if (Array.isArray(part) || typeof part === "number") {
    throw raggedArray(place, elementName(name, path), length, part);
  }
  throw notANumber(place, elementName(name, path), part);
}
