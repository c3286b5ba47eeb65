import type { Dataset } from "../../data/dataset.ts";
import { coordinatesOf } from "../../math/shape.ts";
import { type Feature, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** Where the place itself is, whatever the cells are: its number along each axis, from either end. */
export function endFeatures({ target: { shape } }: Dataset): Feature[] {
  const bits = nameBits(2 * shape.length);
  return shape.flatMap((length, axis) => {
    const numbered = (numberOf: (at: number) => number): Feature =>
      feature({
        family: "end",
        bits,
        isInteger: true,
        thresholds: FIRST,
        at: (place) => ({ ...sumOf([]), constant: numberOf(coordinatesOf(place, shape)[axis]!) }),
      });
    return [numbered((at) => at), numbered((at) => length - 1 - at)];
  });
}

/** Is it the first one? */
const FIRST = [0.5];

/** Whether a feature says where the place is. */
export function isEnd({ family }: Feature): boolean {
  return family.startsWith("end");
}
