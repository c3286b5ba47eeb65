import type { Dataset } from "../../data/dataset.ts";
import { coordinatesOf, sizeOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import type { Scope } from "../scope.ts";
import { cellAt, layoutOf } from "../sharing.ts";
import { allOf, type Comparison, type Feature, type Form, opposite, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";

/** Cells of one input around every place. */
interface Surroundings {
  readonly input: number;
  readonly bits: number;
  /** The columns around a place, by its flat index. */
  readonly columnsAt: (place: number) => readonly number[];
}

/**
 * Sums over boxes around the place, and over its neighbours along the axes, with and without its own cell;
 * and of few integers how many there have each value.
 */
export function aroundFeatures(dataset: Dataset, scope: Scope & { kind: "shift" }): Feature[] {
  const all = surroundingsOf(dataset, scope);
  const sums = all.map(({ input, bits, columnsAt }) => {
    const isInteger = dataset.inputs[input]!.domain.kind !== "real";
    return feature({ family: "around", bits, isInteger, at: (place) => sumOf(columnsAt(place)) });
  });
  return [...sums, ...all.flatMap((each) => valueCounts(each, dataset))];
}

/** States of automata are as few. */
const MOST_STATES = 8;

/** How many cells around the place have a value, for each value. */
function valueCounts({ input, bits, columnsAt }: Surroundings, { inputs }: Dataset): Feature[] {
  const { domain } = inputs[input]!;
  if (domain.kind !== "integer") return [];
  const { low, high } = domain;
  const nValues = high - low + 1;
  if (nValues < 3 || nValues > MOST_STATES) return [];
  return Array.from({ length: nValues }, (_, k) => low + k).map((value) => {
    const isValue = (column: number): Comparison => {
      const of = sumOf([column]);
      const least = { of, threshold: value - 0.5 };
      const more = { of, threshold: value + 0.5 };
      if (value === low) return { of: opposite(of), threshold: -value - 0.5 };
      return value === high ? least : allOf([least, more], [1, -1]);
    };
    const at = (place: number): Form => {
      const comparisons = columnsAt(place).map(isValue);
      return { kind: "count", comparisons, weights: comparisons.map(() => 1) };
    };
    return feature({ family: "state", bits: bits + nameBits(nValues), isInteger: true, at });
  });
}

function surroundingsOf(dataset: Dataset, scope: Scope & { kind: "shift" }): Surroundings[] {
  const layout = layoutOf(dataset);
  const { shape } = dataset.target;
  const { starts } = columnsOf(dataset);
  // Windows that never leave the array have no own place in it.
  const haveOwn = !scope.edges.includes("none");
  return dataset.inputs.flatMap((_, input) =>
    neighbourhoods(shape.length).flatMap(({ offsets, radius }) => {
      const columnsAt = (steps: readonly (readonly number[])[], place: number): number[] =>
        steps
          .map((offset) =>
            cellAt(
              { kind: "offset", input, offset },
              coordinatesOf(place, shape),
              layout.inputs[input]!,
              scope,
            ),
          )
          .filter((cell) => cell !== -1)
          .map((cell) => starts[input]! + cell);
      const bits = nameBits(2 * dataset.inputs.length) + radius;
      const others = offsets.filter((offset) => offset.some((step) => step !== 0));
      return (haveOwn ? [offsets, others] : [offsets]).map((steps) => ({
        input,
        bits,
        columnsAt: (place) => columnsAt(steps, place),
      }));
    }),
  );
}

interface Neighbourhood {
  readonly offsets: readonly (readonly number[])[];
  readonly radius: number;
}

/** Boxes of two sizes and, where there are several axes, one step along each of them. */
function neighbourhoods(rank: number): Neighbourhood[] {
  const box = (radius: number): Neighbourhood => ({ offsets: offsetsWithin(radius, rank), radius });
  const near = box(1);
  const alongAxes = near.offsets.filter((steps) => steps.filter((step) => step !== 0).length < 2);
  return [near, ...(rank > 1 ? [{ offsets: alongAxes, radius: 1 }] : []), box(2)];
}

function offsetsWithin(radius: number, rank: number): number[][] {
  const shape = new Array<number>(rank).fill(2 * radius + 1);
  return Array.from({ length: sizeOf(shape) }, (_, index) =>
    coordinatesOf(index, shape).map((step) => step - radius),
  );
}
