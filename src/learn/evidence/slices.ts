import type { Dataset, Input } from "../../data/dataset.ts";
import { sumOf } from "../../math/least-squares.ts";
import { coordinatesOf, indexOf, type Shape, sizeOf } from "../../math/shape.ts";

/** Samples taken apart along one axis of all inputs: what stands at each place of it is a slice. */
export interface Slices {
  readonly nPlaces: number;
  /** The distinct slices as inputs, (slices, size of a slice), the most frequent one first. */
  readonly inputs: readonly Input[];
  readonly nSlices: number;
  /** (slices, samples): how often a sample shows each. */
  readonly counts: readonly Float64Array[];
  /** The column of the samples that a column of a slice is at a place. */
  readonly columnAt: (column: number, place: number) => number;
}

/** More kinds of slices than these are no vocabulary. */
const MOST_SLICES = 256;

/** Undefined where not all inputs have that axis and the same length along it, and for too many slices. */
export function slicesOf({ inputs, nSamples }: Dataset, axis: number): Slices | undefined {
  const nPlaces = inputs[0]?.shape[axis];
  const isAxis = ({ shape, domain }: Input): boolean =>
    shape[axis] === nPlaces && !(domain.kind === "one-hot" && axis === shape.length - 1);
  if (nPlaces === undefined || nPlaces < 2 || !inputs.every(isAxis)) return undefined;
  const whole = inputs.map(({ shape }) => shape);
  const sources = sourcesOf(whole, axis);
  const seen = new Map<string, { row: number[]; counts: Float64Array }>();
  for (let sample = 0; sample < nSamples; sample++) {
    for (let place = 0; place < nPlaces; place++) {
      const row = sources.map(({ input, offsetAt }) => {
        const { values } = inputs[input]!;
        return values[sample * sizeOf(whole[input]!) + offsetAt(place)]!;
      });
      const key = row.join();
      if (!seen.has(key)) seen.set(key, { row, counts: new Float64Array(nSamples) });
      seen.get(key)!.counts[sample]! += 1;
      if (seen.size > MOST_SLICES) return undefined;
    }
  }
  const slices = [...seen.values()].sort((a, b) => sumOf(b.counts) - sumOf(a.counts));
  const starts = startsOf(whole);
  return {
    nPlaces,
    nSlices: slices.length,
    inputs: inputs.map(
      (input, k): Input => ({
        ...input,
        shape: input.shape.toSpliced(axis, 1),
        values: Float64Array.from(
          slices.flatMap(({ row }) => row.filter((_, column) => sources[column]!.input === k)),
        ),
      }),
    ),
    counts: slices.map(({ counts }) => counts),
    columnAt: (column, place) => {
      const { input, offsetAt } = sources[column]!;
      return starts[input]! + offsetAt(place);
    },
  };
}

/** Where a column of a slice comes from. */
interface Source {
  readonly input: number;
  readonly offsetAt: (place: number) => number;
}

function sourcesOf(shapes: readonly Shape[], axis: number): Source[] {
  return shapes.flatMap((shape, input) => {
    const sliced = shape.toSpliced(axis, 1);
    return Array.from({ length: sizeOf(sliced) }, (_, k): Source => {
      const coordinates = coordinatesOf(k, sliced);
      return {
        input,
        offsetAt: (place) => indexOf(coordinates.toSpliced(axis, 0, place), shape),
      };
    });
  });
}

function startsOf(shapes: readonly Shape[]): number[] {
  return shapes.map((_, k) => shapes.slice(0, k).reduce((sum, shape) => sum + sizeOf(shape), 0));
}
