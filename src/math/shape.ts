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

/** The remainder that has the divisor's sign: -1 modulo 5 is 4, as on a ring. NaN for the divisor 0. */
export function modulo(dividend: number, divisor: number): number {
  const rest = dividend % divisor;
  // `+ 0` turns -0 into 0.
  return rest !== 0 && rest < 0 !== divisor < 0 ? rest + divisor : rest + 0;
}

/** An item, or arrays of them of equal lengths at every level. */
export type NestedOf<Item> = Item | readonly NestedOf<Item>[];

export type Nested = NestedOf<number>;

/** Flat elements as nested arrays. */
export function nest<Item = number>(flat: ArrayLike<Item>, shape: Shape): NestedOf<Item> {
  const build = (axis: number, start: number, size: number): NestedOf<Item> => {
    if (axis === shape.length) return flat[start]!;
    const length = shape[axis]!;
    const step = size / length;
    return Array.from({ length }, (_, i) => build(axis + 1, start + i * step, step));
  };
  return build(0, 0, sizeOf(shape));
}
