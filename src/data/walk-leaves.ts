import { emptyArray, missingValue, raggedArray, shapeMismatch, tooManyAxes } from "../errors.ts";
import { isSameShape, type Shape } from "../math/shape.ts";
import { elementName } from "./element-name.ts";

/** Where a field stands: the place of its sample and its key. */
export interface FieldPlace {
  readonly place: string;
  readonly name: string;
}

const MOST_AXES = 3;

/** Called with each value that is no array, in row-major order, and its indices. */
export type Visit = (value: unknown, path: readonly number[]) => void;

/**
 * The shape of a value that is nested arrays, or none, all of whose leaves are visited.
 *
 * Throws `shape-mismatch` where another shape is expected, `ragged-array`, `empty-array`,
 * `too-many-axes`, and `missing-value` where null stands for a row.
 */
export function walkLeaves(
  value: unknown,
  { at, visit, expected }: { at: FieldPlace; visit: Visit; expected?: Shape | undefined },
): Shape {
  const shape = shapeAlongFirst(value, at);
  if (expected !== undefined && !isSameShape(shape, expected)) {
    throw shapeMismatch(at.place, at.name, shapeText(expected), shapeText(shape));
  }
  const path: number[] = [];
  const step = (part: unknown, axis: number): void => {
    if (axis === shape.length) {
      if (Array.isArray(part)) throw raggedArray(at.place, elementName(at.name, path), part);
      visit(part, path);
      return;
    }
    const row = checkRow(part, shape[axis]!, { ...at, path });
    for (let i = 0; i < row.length; i++) {
      path[axis] = i;
      step(row[i], axis + 1);
    }
    path.length = axis;
  };
  step(value, 0);
  return shape;
}

/** `a single value`, `an array of 20`, `an array of 8x8`. */
function shapeText(shape: Shape): string {
  return shape.length === 0 ? "a single value" : `an array of ${shape.join("x")}`;
}

/** The shape, if all elements are like the first one at every level. */
function shapeAlongFirst(value: unknown, { place, name }: FieldPlace): number[] {
  const shape: number[] = [];
  let part = value;
  while (Array.isArray(part)) {
    if (part.length === 0) {
      const zeros = shape.map(() => 0);
      throw emptyArray(place, elementName(name, zeros));
    }
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
  const element = elementName(name, path);
  if (Array.isArray(part) && part.length === 0) throw emptyArray(place, element);
  if (part === null) throw missingValue(place, element);
  throw raggedArray(place, element, part, length);
}
