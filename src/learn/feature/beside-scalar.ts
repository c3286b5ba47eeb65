import type { Dataset } from "../../data/dataset.ts";
import { sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import { MOST_SUMMED } from "./arrays.ts";
import { difference, type Sum, sumOf } from "./feature.ts";

/** With more scalars than this, it is hardly ever one of them that elements are compared with. */
const MOST_SCALARS = 4;

/** The elements of one array, each minus the same scalar. */
export interface BesideScalar {
  readonly array: number;
  readonly scalar: number;
  /** (elements), flat. */
  readonly differences: readonly Sum[];
}

/** All arrays of integers beside every integer that stands alone, and bits beside a bit. */
export function besideScalars(dataset: Dataset): BesideScalar[] {
  const { starts } = columnsOf(dataset);
  const numbers = dataset.inputs.flatMap(({ shape, domain }, input) =>
    domain.kind === "integer" || domain.kind === "binary"
      ? [{ input, kind: domain.kind, rank: shape.length, size: sizeOf(shape) }]
      : [],
  );
  const scalars = numbers.filter(({ rank }) => rank === 0);
  if (scalars.length > MOST_SCALARS) return [];
  return numbers
    .filter(({ rank, size }) => rank > 0 && size <= MOST_SUMMED)
    .flatMap((array) =>
      scalars
        .filter(({ kind }) => kind === array.kind)
        .map(({ input }): BesideScalar => {
          const scalar = sumOf([starts[input]!]);
          const differences = Array.from({ length: array.size }, (_, k) =>
            difference(sumOf([starts[array.input]! + k]), scalar),
          );
          return { array: array.input, scalar: input, differences };
        }),
    );
}
