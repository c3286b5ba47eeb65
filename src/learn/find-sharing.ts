import type { Dataset } from "../data/dataset.ts";
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
 */
export function findShared(dataset: Dataset, options: LearnOptions): FoundFunction | undefined {
  const wanted = options.edge ?? "auto";
  const edges = EDGES.filter((edge) => wanted === "auto" || edge === wanted);
  const found: FoundFunction[] = [];
  for (const edge of edges) {
    if (!canShare(layoutOf(dataset), edge)) continue;
    if (options.shouldStop?.()) break;
    options.onProgress?.(`testing one function for all places, edge ${edge}`);
    const sharing: Sharing = { kind: "shift", edge };
    const pool = poolShared(dataset, sharing);
    const patterns = findWindow(pool, options.shouldStop);
    if (patterns !== undefined) found.push({ sharing, pool, patterns });
  }
  return found.sort((a, b) => compareRows(preference(a), preference(b)))[0];
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

/** Does an edge of zeros fit the data as well as the ring that was taken? */
export function isEdgeOpen(dataset: Dataset, { sharing, pool, patterns }: FoundFunction): boolean {
  if (sharing.kind === "alone" || sharing.edge !== "ring") return false;
  if (patterns.window.every((source) => pool.distances[source] === 0)) return false;
  // Both pools have the same sources in the same order.
  const zeros = poolShared(dataset, { kind: "shift", edge: "zero" });
  return patternsOf(zeros, patterns.window).kind === "patterns";
}

function preference({ pool, patterns: { window } }: FoundFunction): number[] {
  return [window.length, window.reduce((sum, source) => sum + pool.distances[source]!, 0)];
}
