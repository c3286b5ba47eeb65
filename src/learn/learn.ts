import type { Dataset } from "../data/dataset.ts";
import { predictor } from "../enn/predict.ts";
import { unexplained } from "../errors.ts";
import { loadLinearSolver } from "../math/linear-program.ts";
import { coordinatesOf, sizeOf } from "../math/shape.ts";
import type { Candidate } from "./candidate.ts";
import { bitsOf, type Cell } from "./cell.ts";
import {
  findAlone,
  findShared,
  isEdgeOpen,
  type SharedFunction,
  tableBits,
} from "./find-sharing.ts";
import { fitCell } from "./fit-cell.ts";
import type { LearnOptions } from "./options.ts";
import { cellAt } from "./sharing.ts";
import { type Output, unfold } from "./unfold.ts";

/** Networks offered for one sharing: their programs decide which is kept. */
const MOST_CANDIDATES = 3;

/** Fewer bits than this no output by itself can be described with. */
const LEAST_BITS_ALONE = 5;

/**
 * Essence neural networks that explain all samples, the shortest description first.
 *
 * Takes arrays of 0 and 1, gives arrays of 0 and 1. One function for all places is tested first; where
 * the data refute it, or need more bits for it, each output is fitted by itself. Deterministic, and
 * independent of the order of the samples. Throws DistillError where samples contradict each other.
 */
export async function learn(
  dataset: Dataset,
  options: LearnOptions = {},
): Promise<readonly Candidate[]> {
  const solver = await loadLinearSolver();
  const shared = findShared(dataset, options);
  const alone = isSettled(dataset, shared) ? undefined : findAlone(dataset, options);
  const sharedWins = shared !== undefined && (alone === undefined || bits([shared]) <= bits(alone));
  options.onProgress?.("fitting differentiae, subconcepts and concepts");
  if (sharedWins) {
    const cells = fitCell(shared.patterns, solver, options.shouldStop).slice(0, MOST_CANDIDATES);
    const open = isEdgeOpen(dataset, shared) ? [EDGE_OPEN] : [];
    return cells.map((cell) => sharedCandidate(dataset, shared, { cell, open }));
  }
  if (alone === undefined) throw unexplained();
  const fitted = (part: SharedFunction): Cell =>
    fitCell(part.patterns, solver, options.shouldStop)[0]!;
  return [aloneCandidate(dataset, alone, fitted)];
}

const EDGE_OPEN =
  "edge: a ring and an edge of zeros both fit the data; the ring was taken (choose with --edge)";

/** One function for all is so short that functions of their own cannot be shorter. */
function isSettled(dataset: Dataset, shared: SharedFunction | undefined): boolean {
  return (
    shared !== undefined && tableBits(shared) <= LEAST_BITS_ALONE * sizeOf(dataset.target.shape)
  );
}

function bits(functions: readonly SharedFunction[]): number {
  return functions.reduce((sum, part) => sum + tableBits(part), 0);
}

interface Fit {
  readonly cell: Cell;
  readonly open: readonly string[];
}

function sharedCandidate(dataset: Dataset, shared: SharedFunction, { cell, open }: Fit): Candidate {
  const { shape } = dataset.target;
  const outputs = Array.from({ length: sizeOf(shape) }, (_, place) =>
    outputAt(dataset, shared, { cell, place: coordinatesOf(place, shape) }),
  );
  return candidate(dataset, outputs, { bits: bitsOf(cell), sharing: describe(shared), open });
}

function aloneCandidate(
  dataset: Dataset,
  functions: readonly SharedFunction[],
  fitted: (part: SharedFunction) => Cell,
): Candidate {
  const outputs = functions.map((part, place) =>
    outputAt(dataset, part, {
      cell: fitted(part),
      place: coordinatesOf(place, dataset.target.shape),
    }),
  );
  const length = outputs.reduce((sum, { cell }) => sum + bitsOf(cell), 0);
  const sharing =
    outputs.length === 1 ? "one function of the inputs" : "a function of its own for every output";
  return candidate(dataset, outputs, { bits: length, sharing, open: [] });
}

interface Place {
  readonly cell: Cell;
  readonly place: readonly number[];
}

function outputAt(
  dataset: Dataset,
  { sharing, pool, patterns }: SharedFunction,
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

function describe({ sharing, patterns: { window } }: SharedFunction): string {
  const cells = `${window.length} ${window.length === 1 ? "cell" : "cells"}`;
  if (sharing.kind === "none") return `a function of ${cells}`;
  switch (sharing.edge) {
    case "ring":
      return `one function of ${cells} at every place of a ring`;
    case "zero":
      return `one function of ${cells} at every place, zeros beyond the edge`;
    case "none":
      return `one function of ${cells} at every place, never beyond the edge`;
  }
}
