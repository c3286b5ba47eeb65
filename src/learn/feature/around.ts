import type { Dataset } from "../../data/dataset.ts";
import { coordinatesOf, sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import type { Scope } from "../scope.ts";
import { cellAt, layoutOf } from "../sharing.ts";
import { difference, type Feature, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** Sums over boxes around the place, with and without its own cell. */
export function aroundFeatures(dataset: Dataset, scope: Scope & { kind: "shift" }): Feature[] {
  const layout = layoutOf(dataset);
  const { shape } = dataset.target;
  const { starts } = columnsOf(dataset);
  return dataset.inputs.flatMap(({ domain }, input) =>
    RADII.flatMap((radius) => {
      const box = offsetsWithin(radius, shape.length);
      const sum = (place: number) =>
        sumOf(
          box
            .map((offset) =>
              cellAt(
                { kind: "offset", input, offset },
                coordinatesOf(place, shape),
                layout.inputs[input]!,
                scope,
              ),
            )
            .filter((cell) => cell !== -1)
            .map((cell) => starts[input]! + cell),
        );
      const own = (place: number) => sumOf([starts[input]! + place]);
      const bits = nameBits(2 * dataset.inputs.length) + radius;
      const isInteger = domain.kind !== "real";
      const withOwn = feature({ family: "around", bits, isInteger, at: sum });
      // Windows that never leave the array have no own place in it.
      if (scope.edges.includes("none")) return [withOwn];
      const others = (place: number) => difference(sum(place), own(place));
      return [withOwn, feature({ family: "around", bits, isInteger, at: others })];
    }),
  );
}

const RADII = [1, 2];

function offsetsWithin(radius: number, rank: number): number[][] {
  const shape = new Array<number>(rank).fill(2 * radius + 1);
  return Array.from({ length: sizeOf(shape) }, (_, index) =>
    coordinatesOf(index, shape).map((step) => step - radius),
  );
}
