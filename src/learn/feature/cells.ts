import type { Dataset, Input } from "../../data/dataset.ts";
import { coordinatesOf } from "../../math/shape.ts";
import { columnsOf } from "../columns.ts";
import type { Scope } from "../scope.ts";
import { cellAt, layoutOf, type Sharing, type Source, sourcesOf } from "../sharing.ts";
import { type Feature, type Sum, sumOf } from "./feature.ts";
import { feature, nameBits, rankBits } from "./naming.ts";

/** Single cells: at offsets from the place, or the same ones for all. */
export function cellFeatures(
  dataset: Dataset,
  scope: Scope & { kind: "shift" | "alone" },
): Feature[] {
  const { shape } = dataset.target;
  const sharing = scope.kind === "shift" ? scope : ({ kind: "alone" } as const);
  const origin = scope.kind === "shift" ? shape.map(() => 0) : coordinatesOf(scope.output, shape);
  const sources = sourcesOf(layoutOf(dataset), sharing, origin);
  const nearest = scope.kind === "shift" ? sources.slice(0, MOST_OFFSETS) : sources;
  const featureOf = cellFeature(dataset, sharing, sources.length);
  return nearest.map(featureOf);
}

/** What makes a feature of a cell and its rank, out of so many, the nearest first. */
export function cellFeature(
  dataset: Dataset,
  sharing: Sharing,
  nSources: number,
): (source: Source, rank: number) => Feature {
  const layout = layoutOf(dataset);
  const { shape } = dataset.target;
  const { starts } = columnsOf(dataset);
  const isNearnessKnown =
    shape.length > 0 && layout.inputs.some((input) => input.length === shape.length);
  const cellSum = (source: Source, place: readonly number[]): Sum => {
    const cell = cellAt(source, place, layout.inputs[source.input]!, sharing);
    return cell === -1 ? sumOf([]) : sumOf([starts[source.input]! + cell]);
  };
  return (source, rank) => {
    const input = dataset.inputs[source.input]!;
    const sub = askedValue(source, input);
    return feature({
      family: "cell",
      sub,
      bits: isNearnessKnown ? rankBits(rank, nSources) : nameBits(nSources / sub[1]),
      isInteger: input.domain.kind !== "real",
      at: (place) => cellSum(source, coordinatesOf(place, shape)),
    });
  };
}

/** In an array of nominal values: which value a cell asks for. */
function askedValue(source: Source, { domain, shape }: Input): [string | number, number] {
  if (domain.kind !== "one-hot" || shape.length < 2 || source.kind !== "fixed") return ["", 1];
  return [source.coordinates.at(-1)!, domain.values.length];
}

/** Offsets beyond these are looked at by the search for windows only. */
const MOST_OFFSETS = 64;
