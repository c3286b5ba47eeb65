import type { Dataset } from "../data/dataset.ts";
import { outOfTime, unexplained } from "../errors.ts";
import { loadLinearSolver } from "../math/linear-program.ts";
import type { Candidate } from "./candidate.ts";
import type { Cell } from "./cell.ts";
import { distinctSamples } from "./distinct-samples.ts";
import {
  countBits,
  type FoundFunction,
  findAlone,
  findShared,
  isEdgeOpen,
  isSettled,
  tableBits,
} from "./find-sharing.ts";
import { fitCell } from "./fit-cell.ts";
import { aloneCandidate, sharedCandidate } from "./make-candidate.ts";
import type { LearnOptions } from "./options.ts";

/** Networks offered for one sharing: their programs decide which is kept. */
const MOST_CANDIDATES = 3;

/**
 * Essence neural networks that explain all samples, the shortest description first.
 *
 * Takes arrays of 0 and 1, gives arrays of 0 and 1. One function for all places is tested first; where
 * the data refute it, or need more bits for it, each output is fitted by itself. Deterministic, and
 * independent of the order of the samples. Throws DistillError where samples contradict each other.
 */
export async function learn(
  samples: Dataset,
  options: LearnOptions = {},
): Promise<readonly Candidate[]> {
  const solver = await loadLinearSolver();
  const dataset = distinctSamples(samples);
  const cellsOf = ({ patterns }: FoundFunction): readonly Cell[] =>
    fitCell(patterns, solver, options.shouldStop);
  const shared = findShared(dataset, options);
  const alone = isSettled(dataset, shared) ? undefined : findAlone(dataset, options);
  const sharedWins = shared !== undefined && (alone === undefined || bits([shared]) <= bits(alone));
  options.onProgress?.("fitting differentiae, subconcepts and concepts");
  if (sharedWins) {
    const open = [
      ...((options.edge ?? "auto") === "auto" && isEdgeOpen(dataset, shared) ? [EDGE_OPEN] : []),
      ...(isHardlyShorter(dataset, [shared]) ? [NO_RULE] : []),
    ];
    const cells = cellsOf(shared).slice(0, MOST_CANDIDATES);
    return cells.map((cell) => sharedCandidate(samples, shared, { cell, open }));
  }
  if (alone === undefined) throw options.shouldStop?.() ? outOfTime() : unexplained();
  const open = isHardlyShorter(dataset, alone) ? [NO_RULE] : [];
  return [aloneCandidate(samples, alone, { cells: alone.map((part) => cellsOf(part)[0]!), open })];
}

const EDGE_OPEN =
  "edge: a ring and an edge of zeros both fit the data; the ring was taken (choose with --edge)";

const NO_RULE =
  "rule: what was found is about as long as the targets themselves, so these samples hardly support it";

/** Does it take nearly as many bits to write down the functions as to write down the targets? */
function isHardlyShorter({ target }: Dataset, functions: readonly FoundFunction[]): boolean {
  const most = 0.8 * target.values.length;
  if (bits(functions) <= most) return false;
  return functions.reduce((sum, part) => sum + countBits(part), 0) > most;
}

function bits(functions: readonly FoundFunction[]): number {
  return functions.reduce((sum, part) => sum + tableBits(part), 0);
}
