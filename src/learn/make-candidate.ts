import type { Dataset } from "../data/dataset.ts";
import { predictor } from "../enn/predict.ts";
import { coordinatesOf, sizeOf } from "../math/shape.ts";
import type { Candidate } from "./candidate.ts";
import { bitsOf, type Cell } from "./cell.ts";
import type { FoundFunction } from "./find-sharing.ts";
import { cellAt } from "./sharing.ts";
import { type Output, unfold } from "./unfold.ts";

/** One cell for all places, and what the data leave open. */
interface Fit {
  readonly cell: Cell;
  readonly open: readonly string[];
}

/** The network that has one function at every place. */
export function sharedCandidate(
  dataset: Dataset,
  shared: FoundFunction,
  { cell, open }: Fit,
): Candidate {
  const { shape } = dataset.target;
  const outputs = Array.from({ length: sizeOf(shape) }, (_, place) =>
    outputAt(dataset, shared, { cell, place: coordinatesOf(place, shape) }),
  );
  return candidate(dataset, outputs, { bits: bitsOf(cell), sharing: describe(shared), open });
}

/** A cell for each output, and what the data leave open. */
interface Fits {
  readonly cells: readonly Cell[];
  readonly open: readonly string[];
}

/** The network that has a function of its own for every output. */
export function aloneCandidate(
  dataset: Dataset,
  functions: readonly FoundFunction[],
  { cells, open }: Fits,
): Candidate {
  const outputs = functions.map((part, place) =>
    outputAt(dataset, part, {
      cell: cells[place]!,
      place: coordinatesOf(place, dataset.target.shape),
    }),
  );
  const bits = cells.reduce((sum, cell) => sum + bitsOf(cell), 0);
  const sharing =
    outputs.length === 1 ? "one function of the inputs" : "a function of its own for every output";
  return candidate(dataset, outputs, { bits, sharing, open });
}

interface Place {
  readonly cell: Cell;
  readonly place: readonly number[];
}

function outputAt(
  dataset: Dataset,
  { sharing, pool, patterns }: FoundFunction,
  { cell, place }: Place,
): Output {
  const sizes = dataset.inputs.map(({ shape }) => sizeOf(shape));
  const columns = patterns.window.map((index) => {
    const source = pool.sources[index]!;
    const at = cellAt(source, place, dataset.inputs[source.input]!.shape, sharing);
    return at === -1 ? -1 : at + sizes.slice(0, source.input).reduce((sum, size) => sum + size, 0);
  });
  return { cell, columns };
}

function candidate(
  dataset: Dataset,
  outputs: readonly Output[],
  description: Pick<Candidate, "bits" | "sharing" | "open">,
): Candidate {
  const network = unfold(outputs, dataset);
  return { network, ...description, ...accuracyOf(dataset, predictor(network)) };
}

function accuracyOf(
  { nSamples, inputs, target }: Dataset,
  predict: ReturnType<typeof predictor>,
): Pick<Candidate, "accuracy" | "mistakes"> {
  const size = sizeOf(target.shape);
  let wrong = 0;
  let mistakes = 0;
  for (let sample = 0; sample < nSamples; sample++) {
    const x = inputs.flatMap(({ values, shape }) => [
      ...values.subarray(sample * sizeOf(shape), (sample + 1) * sizeOf(shape)),
    ]);
    const y = predict(x);
    const wrongHere = y.reduce((count, value, k) => {
      const label = target.classes[target.values[sample * size + k]!]!;
      return count + (value === label ? 0 : 1);
    }, 0);
    wrong += wrongHere;
    mistakes += wrongHere > 0 ? 1 : 0;
  }
  return { accuracy: 1 - wrong / (nSamples * size), mistakes };
}

function describe({ sharing, patterns: { window } }: FoundFunction): string {
  const cells = `${window.length} ${window.length === 1 ? "cell" : "cells"}`;
  if (sharing.kind === "alone") return `a function of ${cells}`;
  const [first, ...others] = sharing.edges;
  if (others.some((edge) => edge !== first)) {
    const axes = sharing.edges.map((edge, axis) => `${EDGE_NAMES[edge]} along axis ${axis}`);
    return `one function of ${cells} at every place, ${axes.join(", ")}`;
  }
  switch (first!) {
    case "ring":
      return `one function of ${cells} at every place of a ring`;
    case "zero":
      return `one function of ${cells} at every place, zeros beyond the edge`;
    case "none":
      return `one function of ${cells} at every place, never beyond the edge`;
  }
}

const EDGE_NAMES = { ring: "a ring", zero: "zeros beyond the edge", none: "never beyond the edge" };
