/** The lengths of an array's axes; `[]` is a scalar. Elements are stored flat and row-major. */
export type Shape = readonly number[];

/** The number of elements of an array of this shape. */
export function sizeOf(shape: Shape): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** Shapes are the same when every axis is. */
export function isSameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((length, axis) => length === b[axis]);
}

/** The coordinates of a flat index. */
export function coordinatesOf(index: number, shape: Shape): number[] {
  const coordinates = new Array<number>(shape.length);
  let rest = index;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis]!;
    coordinates[axis] = rest % length;
    rest = Math.floor(rest / length);
  }
  return coordinates;
}

/** The flat index of coordinates that lie inside the shape. */
export function indexOf(coordinates: readonly number[], shape: Shape): number {
  return shape.reduce((index, length, axis) => index * length + coordinates[axis]!, 0);
}

/** An index brought into 0..length-1, as on a ring. */
export function modulo(index: number, length: number): number {
  const rest = index % length;
  return rest < 0 ? rest + length : rest;
}

export type Nested = number | readonly Nested[];

/** Flat elements as nested arrays. */
export function nest(flat: ArrayLike<number>, shape: Shape): Nested {
  const build = (axis: number, start: number, size: number): Nested => {
    if (axis === shape.length) return flat[start]!;
    const length = shape[axis]!;
    const step = size / length;
    return Array.from({ length }, (_, i) => build(axis + 1, start + i * step, step));
  };
  return build(0, 0, sizeOf(shape));
}
