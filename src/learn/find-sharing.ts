import type { Dataset } from "../data/dataset.ts";
import { sizeOf } from "../math/shape.ts";
import { countsOf, interchangeable } from "./interchangeable.ts";
import type { Edge, LearnOptions } from "./options.ts";
import { compareRows, type Patterns, patternsOf } from "./patterns.ts";
import { layoutOf, type Pool, poolAlone, poolShared } from "./pool.ts";
import { canShare, type Sharing } from "./sharing.ts";
import { findWindow } from "./window.ts";

/** What was found out about a function: what it looks at, and its value on all patterns that occur. */
export interface FoundFunction {
  readonly sharing: Sharing;
  readonly pool: Pool;
  readonly patterns: Patterns;
}

/** Edges in order of preference where several fit the data equally well. */
const EDGES: readonly Edge[] = ["ring", "zero", "none"];

/**
 * The strongest sharing that the data do not refute: all outputs one function of their surroundings,
 * with the smallest window, the nearest cells, and rings before edges of zeros. Undefined if refuted.
 *
 * All axes alike are tried first; axes of different kinds where what was found so far is no shorter
 * than functions of their own may be.
 */
export function findShared(dataset: Dataset, options: LearnOptions): FoundFunction | undefined {
  const wanted = options.edge ?? "auto";
  const { shape } = dataset.target;
  const alike = EDGES.filter((edge) => wanted === "auto" || edge === wanted).map((edge) =>
    shape.map(() => edge),
  );
  const found = findWithEdges(dataset, alike, options);
  if (isSettled(dataset, found) || wanted !== "auto") return found;
  return better(found, findWithEdges(dataset, mixedEdges(shape.length), options));
}

/** One function for all is so short that functions of their own cannot be shorter. */
export function isSettled({ target }: Dataset, shared: FoundFunction | undefined): boolean {
  return shared !== undefined && tableBits(shared) <= LEAST_BITS_ALONE * sizeOf(target.shape);
}

/** Fewer bits than this no output by itself can be described with. */
const LEAST_BITS_ALONE = 5;

function findWithEdges(
  dataset: Dataset,
  ways: readonly (readonly Edge[])[],
  options: LearnOptions,
): FoundFunction | undefined {
  let best: FoundFunction | undefined;
  for (const edges of ways) {
    if (!canShare(layoutOf(dataset), edges)) continue;
    if (options.shouldStop?.()) break;
    options.onProgress?.(`testing one function for all places, edge ${edges.join(", ")}`);
    const sharing: Sharing = { kind: "shift", edges };
    const pool = poolShared(dataset, sharing);
    const patterns = findWindow(pool, options.shouldStop);
    if (patterns !== undefined) best = better(best, { sharing, pool, patterns });
  }
  return best;
}

/** All ways in which some axes, but not all, are rings, and the others have edges of zeros. */
function mixedEdges(rank: number): Edge[][] {
  const ways = Array.from({ length: 2 ** rank }, (_, way) =>
    Array.from({ length: rank }, (_, axis): Edge => ((way >> axis) & 1 ? "ring" : "zero")),
  );
  return ways.slice(1, -1);
}

/** The one with the smaller, then the nearer window; the first where they are alike. */
function better(
  a: FoundFunction | undefined,
  b: FoundFunction | undefined,
): FoundFunction | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return compareRows(preference(b), preference(a)) < 0 ? b : a;
}

/** Each output by itself. Undefined where samples contradict each other, and when time is up. */
export function findAlone(dataset: Dataset, options: LearnOptions): FoundFunction[] | undefined {
  const nOutputs = dataset.target.values.length / dataset.nSamples;
  const found: FoundFunction[] = [];
  for (let output = 0; output < nOutputs; output++) {
    options.onProgress?.(`looking for the inputs of output ${output + 1} of ${nOutputs}`);
    const pool = poolAlone(dataset, output);
    const patterns = findWindow(pool, options.shouldStop);
    if (patterns === undefined || options.shouldStop?.()) return undefined;
    found.push({ sharing: { kind: "alone" }, pool, patterns });
  }
  return found;
}

/** Bits of a function written as a table over counts of cells that may be swapped. */
export function countBits({ pool, patterns }: FoundFunction): number {
  const groups = interchangeable(patterns);
  const rows = new Set(patterns.rows.map((row) => countsOf(row, groups).join()));
  return namesBits(pool, patterns) + rows.size;
}

/**
 * Bits of a function written as a table: the names of its inputs and one label for each pattern; that
 * there is one more function costs four.
 */
export function tableBits({ pool, patterns }: FoundFunction): number {
  return namesBits(pool, patterns) + patterns.rows.length;
}

function namesBits(pool: Pool, { window }: Patterns): number {
  return 4 + window.length * Math.log2(pool.sources.length + 1);
}

/** Does an edge of zeros fit the data as well as the rings that were taken? */
export function isEdgeOpen(dataset: Dataset, { sharing, pool, patterns }: FoundFunction): boolean {
  if (sharing.kind === "alone" || !sharing.edges.includes("ring")) return false;
  if (patterns.window.every((source) => pool.distances[source] === 0)) return false;
  // Both pools have the same sources in the same order.
  const zeros = poolShared(dataset, { kind: "shift", edges: sharing.edges.map(() => "zero") });
  return patternsOf(zeros, patterns.window).kind === "patterns";
}

function preference({ pool, patterns: { window } }: FoundFunction): number[] {
  return [window.length, window.reduce((sum, source) => sum + pool.distances[source]!, 0)];
}
