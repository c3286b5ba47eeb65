import type { Dataset, Input } from "../../data/dataset.ts";
import { isSameShape } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import type { Scope } from "../scope.ts";
import { type Comparison, type Feature, type Form, type Sum, sumOf } from "./feature.ts";
import { feature, nameBits } from "./naming.ts";
import { relationCounts } from "./relations.ts";
import {
  amongOthers,
  besideMean,
  besideNeighbour,
  besideOne,
  betweenNeighbours,
  equalToOne,
  isCompared,
  type Standing,
} from "./standings.ts";

/**
 * How many places of an array of integers stand out: for a target that is one value.
 *
 * Cost: some dozens of features times the square of the length times cases.
 */
export function placeCounts(dataset: Dataset): Feature[] {
  const { inputs, target } = dataset;
  if (target.shape.length > 0) return [];
  return inputs.flatMap((input, index) => {
    if (!isCounted(input)) return [];
    const cells = cellsOf(dataset, index);
    const standings = [
      ...besideOne(cells),
      ...besideMean(cells),
      ...betweenNeighbours(cells),
      ...amongOthers(cells),
    ];
    const bits = nameBits(inputs.length) + nameBits(standings.length);
    return standings.map((standing) => {
      const form = countOf(
        cells.flatMap((_, place) => {
          const comparison = standing(place);
          return comparison === undefined ? [] : [comparison];
        }),
      );
      const asked = { thresholds: FEW, values: ONE };
      return feature({ family: "place", bits, isInteger: true, ...asked, at: () => form });
    });
  });
}

/** Are there arrays of which places may be counted? */
export function havePlaces({ inputs }: Dataset): boolean {
  return inputs.every(isCounted);
}

/** Of bits, windows and counts say it all. */
function isCounted(input: Input): boolean {
  return isCompared(input) && input.domain.kind === "integer";
}

/** Any, none, just one, at least two: more are hardly ever asked for. */
const FEW = [0.5, 1.5];
const ONE = [1];

/** How the place itself stands in arrays that are as long as the target. */
export function placeFeatures(dataset: Dataset, { edges }: Scope & { kind: "shift" }): Feature[] {
  const { inputs, target } = dataset;
  return inputs.flatMap((input, index) => {
    if (!isCompared(input) || !isSameShape(input.shape, target.shape)) return [];
    const cells = cellsOf(dataset, index);
    // Of bits, what cells and sums say together is not said again.
    const isBinary = input.domain.kind === "binary";
    const standings = isBinary
      ? equalToOne(cells)
      : [...besideNeighbour(cells, edges[0] === "ring"), ...besideOne(cells), ...besideMean(cells)];
    const bits = nameBits(inputs.length) + nameBits(standings.length);
    return [
      ...standings.map((standing) => alone(standing, bits)),
      ...(isBinary ? [] : relationCounts(dataset, index)),
    ];
  });
}

function alone(standing: Standing, bits: number): Feature {
  const at = (place: number): Form => {
    const comparison = standing(place);
    return countOf(comparison === undefined ? [] : [comparison]);
  };
  return feature({ family: "place", bits, isInteger: true, thresholds: ANY, at });
}

const ANY = [0.5];

function cellsOf(dataset: Dataset, input: number): Sum[] {
  const start = columnsOf(dataset).starts[input]!;
  return Array.from({ length: dataset.inputs[input]!.shape[0]! }, (_, k) => sumOf([start + k]));
}

function countOf(comparisons: readonly Comparison[]): Form {
  return { kind: "count", comparisons, weights: comparisons.map(() => 1) };
}
