import type { Dataset } from "../../data/dataset.ts";
import { coordinatesOf } from "../../math/shape.ts";
import { type Feature, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/**
 * Where the place itself is, whatever the cells are: its number along each axis, from either end, and in a
 * square how far below the diagonal it is.
 */
export function endFeatures({ target: { shape } }: Dataset): Feature[] {
  const [height, width, ...more] = shape;
  const isSquare = height === width && width !== undefined && more.length === 0;
  const bits = nameBits(2 * shape.length + (isSquare ? 1 : 0));
  const numbered = (
    numberOf: (coordinates: readonly number[]) => number,
    thresholds: readonly number[],
  ): Feature =>
    feature({
      family: "end",
      bits,
      isInteger: true,
      thresholds,
      at: (place) => ({ ...sumOf([]), constant: numberOf(coordinatesOf(place, shape)) }),
    });
  const ends = shape.flatMap((length, axis) => [
    numbered((at) => at[axis]!, FIRST),
    numbered((at) => length - 1 - at[axis]!, FIRST),
  ]);
  return isSquare ? [...ends, numbered(([i, j]) => i! - j!, DIAGONAL)] : ends;
}

/** Is it the first one? */
const FIRST = [0.5];

/** Is it on the diagonal, below it, or above it? */
const DIAGONAL = [-0.5, 0.5];

/** Whether a feature says where the place is. */
export function isEnd({ family }: Feature): boolean {
  return family.startsWith("end");
}
