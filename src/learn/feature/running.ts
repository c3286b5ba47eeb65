import type { Dataset } from "../../data/dataset.ts";
import { coordinatesOf, indexOf, isSameShape, sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import { isInteger } from "./arrays.ts";
import { type Feature, type Form, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/**
 * Sums of what lies before or after a place along one axis, with and without the place itself, and how
 * many of these cells are 0: what a running count, any, all or parity looks at.
 */
export function runningFeatures(dataset: Dataset): Feature[] {
  const { inputs, target } = dataset;
  const { starts } = columnsOf(dataset);
  const { shape } = target;
  return inputs.flatMap((array, input) => {
    if (!isSameShape(array.shape, shape) || sizeOf(shape) > MOST_CELLS) return [];
    const isBinary = array.domain.kind === "binary";
    const forms = isBinary ? [totalOf, zerosOf] : [totalOf];
    const bits = nameBits(SPANS.length * forms.length * shape.length * inputs.length);
    return shape.flatMap((length, axis) => {
      if (length < 3) return [];
      return forms.flatMap((form) =>
        SPANS.map((isIn) =>
          feature({
            family: "running",
            bits,
            isInteger: isInteger(array),
            ...(isBinary && { thresholds: ANY_OR_TWO }),
            at: (place) => {
              const own = coordinatesOf(place, shape);
              const along = Array.from({ length }, (_, at) => at).filter((at) =>
                isIn(at, own[axis]!),
              );
              return form(along.map((at) => starts[input]! + indexOf(own.with(axis, at), shape)));
            },
          }),
        ),
      );
    });
  });
}

/** How many there are so far matters hardly ever, but whether there are any. */
const ANY_OR_TWO = [0.5, 1.5];

function totalOf(columns: readonly number[]): Form {
  return sumOf(columns);
}

function zerosOf(columns: readonly number[]): Form {
  const comparisons = columns.map((column) => ({ of: sumOf([column], [-1]), threshold: -0.5 }));
  return { kind: "count", comparisons, weights: columns.map(() => 1) };
}

const SPANS: readonly ((at: number, own: number) => boolean)[] = [
  (at, own) => at <= own,
  (at, own) => at >= own,
  (at, own) => at < own,
  (at, own) => at > own,
];

/** Larger arrays would take too long: every place reads its whole row. */
const MOST_CELLS = 1024;
