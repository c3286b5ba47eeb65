import type { Dataset } from "../data/dataset.ts";
import { coordinatesOf, sizeOf } from "../math/shape.ts";
import { cellAt, distanceOf, layoutOf, type Sharing, type Source, sourcesOf } from "./sharing.ts";

/**
 * All evidence about one function: cases with a label each, and the cells that it may look at.
 *
 * With sharing, every place of every sample is a case; without, every sample.
 */
export interface Pool {
  readonly nCases: number;
  /** (nCases): the class, 0 or 1. */
  readonly labels: Uint8Array;
  /** Nearest first. */
  readonly sources: readonly Source[];
  /** (sources): how far each is. */
  readonly distances: readonly number[];
  /** What a source reads in a case. */
  readonly read: (source: number, index: number) => number;
}

/** Pools the samples of all places under a sharing by shift. Cost: the number of target elements. */
export function poolShared(dataset: Dataset, sharing: Sharing): Pool {
  const places = placesOf(dataset);
  const origin = dataset.target.shape.map(() => 0);
  return pool(dataset, sharing, { places, origin, labels: labelsOf(dataset) });
}

/** The samples of one output by itself. */
export function poolAlone(dataset: Dataset, output: number): Pool {
  const place = coordinatesOf(output, dataset.target.shape);
  const size = sizeOf(dataset.target.shape);
  const labels = Uint8Array.from(
    { length: dataset.nSamples },
    (_, sample) => dataset.target.values[sample * size + output]!,
  );
  return pool(dataset, { kind: "alone" }, { places: [place], origin: place, labels });
}

interface Evidence {
  readonly places: readonly (readonly number[])[];
  /** The place from which nearness is measured. */
  readonly origin: readonly number[];
  readonly labels: Uint8Array;
}

function pool(dataset: Dataset, sharing: Sharing, { places, origin, labels }: Evidence): Pool {
  const layout = layoutOf(dataset);
  const sources = sourcesOf(layout, sharing, origin);
  const sizes = layout.inputs.map(sizeOf);
  const read = (source: number, index: number): number => {
    const from = sources[source]!;
    const sample = Math.floor(index / places.length);
    const place = places[index % places.length]!;
    const cell = cellAt(from, place, layout.inputs[from.input]!, sharing);
    if (cell < 0) return 0;
    return dataset.inputs[from.input]!.values[sample * sizes[from.input]! + cell]!;
  };
  const distances = sources.map((source) => distanceOf(source, origin));
  return { nCases: labels.length, labels, sources, distances, read };
}

function placesOf(dataset: Dataset): number[][] {
  const { shape } = dataset.target;
  return Array.from({ length: sizeOf(shape) }, (_, index) => coordinatesOf(index, shape));
}

function labelsOf({ target }: Dataset): Uint8Array {
  return Uint8Array.from(target.values);
}
