import { Discordance } from "./discordance.ts";
import { compareRows, isDetermined, type Patterns, patternsOf, restricted } from "./patterns.ts";
import type { Pool } from "./pool.ts";

/**
 * The smallest set of sources that no two cases contradict; of equally small ones the nearest.
 *
 * Undefined where even all sources contradict. Sets of up to five are searched exactly, three and more
 * among the nearest sources; a larger one is what is left of the smallest box of near cells when those that are not
 * needed are dropped, farthest first. Once `shouldStop` says so, that is all that is done.
 */
export function findWindow(pool: Pool, shouldStop = () => false): Patterns | undefined {
  const box = nearestBox(pool);
  const shrunk = box && shrink(box);
  const largest = Math.min(shrunk?.window.length ?? Infinity, MOST_SOURCES.length - 1);
  for (let size = 0; size <= largest && !shouldStop(); size++) {
    const found = nearestOfSize(pool, size);
    if (found !== undefined) return found;
  }
  return shrunk;
}

/** Sources among which sets of this size are searched: a search stays at some million sets. */
const MOST_SOURCES: readonly number[] = [0, 65_536, 4_096, 300, 64, 32];

/** Cells beyond which a box is not taken whole, but the cells that tell most are picked from it. */
const LARGE_BOX = 64;

function nearestBox(pool: Pool): Patterns | undefined {
  for (const radius of new Set(pool.distances)) {
    const size = pool.distances.findLastIndex((distance) => distance <= radius) + 1;
    const patterns = size > LARGE_BOX ? picked(pool, size) : whole(pool, size);
    if (patterns !== undefined) return patterns;
  }
  return undefined;
}

function whole(pool: Pool, size: number): Patterns | undefined {
  const window = Array.from({ length: size }, (_, source) => source);
  const patterns = patternsOf(pool, window);
  return patterns.kind === "patterns" ? patterns : undefined;
}

/** A window out of the nearest sources: in turn the one that tells most of the open pairs apart. */
function picked(pool: Pool, size: number): Patterns | undefined {
  const discordance = new Discordance(pool, size);
  const window: number[] = [];
  for (;;) {
    const pairs = Array.from({ length: discordance.nPairs }, (_, pair) => pair);
    const open = pairs.filter((pair) => !window.some((s) => discordance.tellsApart(s, pair)));
    const best = mostTelling(discordance, open, size);
    if (best !== undefined) {
      window.push(best);
      continue;
    }
    if (open.length > 0) return undefined;
    const patterns = patternsOf(
      pool,
      [...window].sort((a, b) => a - b),
    );
    if (patterns.kind === "patterns") return patterns;
    const before = discordance.nPairs;
    discordance.add(patterns.cases);
    if (discordance.nPairs === before) return whole(pool, size);
  }
}

function mostTelling(
  discordance: Discordance,
  pairs: readonly number[],
  nSources: number,
): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (let source = 0; source < nSources; source++) {
    const count = pairs.filter((pair) => discordance.tellsApart(source, pair)).length;
    if (count > most) [best, most] = [source, count];
  }
  return best;
}

/** Drops the cells that are not needed to decide the labels, farthest first. */
function shrink(box: Patterns): Patterns {
  let kept = [...box.window.keys()];
  for (let k = box.window.length - 1; k >= 0; k--) {
    const rest = kept.filter((position) => position !== k);
    if (isDetermined(box, rest)) kept = rest;
  }
  return restricted(box, kept);
}

function nearestOfSize(pool: Pool, size: number): Patterns | undefined {
  const nSources = Math.min(pool.sources.length, MOST_SOURCES[size]!);
  const discordance = new Discordance(pool, nSources);
  let windows = windowsOfSize(discordance, nSources, size);
  const reach = (window: readonly number[]): number =>
    window.reduce((sum, source) => sum + pool.distances[source]!, 0);
  windows.sort((a, b) => reach(a) - reach(b) || compareRows(a, b));
  while (windows.length > 0) {
    const patterns = patternsOf(pool, windows[0]!);
    if (patterns.kind === "patterns") return patterns;
    const [a, b] = patterns.cases;
    windows = windows.filter((window) =>
      window.some((source) => pool.read(source, a) !== pool.read(source, b)),
    );
  }
  return undefined;
}

/** All sets of this size that tell all pairs apart. Each step picks a source for the first open pair. */
function windowsOfSize(discordance: Discordance, nSources: number, size: number): number[][] {
  const found = new Map<string, number[]>();
  const extend = (window: readonly number[]): void => {
    const pair = discordance.openPair(window);
    if (window.length === size) {
      if (pair !== -1) return;
      const sorted = [...window].sort((a, b) => a - b);
      found.set(sorted.join(), sorted);
      return;
    }
    for (let source = 0; source < nSources; source++) {
      const helps = pair === -1 ? !window.includes(source) : discordance.tellsApart(source, pair);
      if (helps) extend([...window, source]);
    }
  };
  extend([]);
  return [...found.values()];
}
