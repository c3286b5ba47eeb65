import type { Dataset } from "../../data/dataset.ts";
import { sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import type { Feature } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** Longer arrays would take too many sums. */
const MOST_CELLS = 256;

/**
 * How many cells of an array are 1, or 0, more than the number of the place: what tells where a sorted
 * array changes, or how far a bar reaches.
 */
export function rankFeatures({ inputs, target, ...rest }: Dataset): Feature[] {
  const { shape } = target;
  if (shape.length !== 1) return [];
  const { starts } = columnsOf({ inputs, target, ...rest });
  const bits = nameBits(2 * inputs.length);
  return inputs.flatMap(({ shape: given, domain }, input) => {
    const size = sizeOf(given);
    if (domain.kind !== "binary" || given.length !== 1 || size > MOST_CELLS) return [];
    const columns = Array.from({ length: size }, (_, k) => starts[input]! + k);
    const describe = (weight: number, none: number): Feature =>
      feature({
        family: "rank",
        bits,
        isInteger: true,
        thresholds: BESIDE,
        at: (place) => ({
          kind: "sum",
          columns,
          weights: columns.map(() => weight),
          constant: none - place,
        }),
      });
    return [describe(1, 0), describe(-1, size)];
  });
}

/** As many, or one more. */
const BESIDE = [-0.5, 0.5];
