import type { Patterns } from "./patterns.ts";

/**
 * Groups of window positions whose cells may be swapped without contradicting the data, so that only
 * their count matters: 512 patterns of Life become 18 pairs of centre and count.
 *
 * Starts with every position alone and joins two groups as long as the counts still decide the label;
 * first the pair whose joining finds the most patterns to agree. Cost: window^3 times patterns.
 */
export function interchangeable(patterns: Patterns): number[][] {
  const { rows, labels } = patterns;
  let groups = patterns.window.map((_, position) => [position]);
  let nDistinct = rows.length;
  for (;;) {
    let best: { groups: number[][]; nDistinct: number } | undefined;
    for (const joined of pairings(groups)) {
      const count = distinctCounts(joined, rows, labels);
      // Without two patterns that agree only after the swap there is no evidence for it.
      if (count === undefined || count >= nDistinct) continue;
      if (best === undefined || count < best.nDistinct) best = { groups: joined, nDistinct: count };
    }
    if (best === undefined) return groups;
    ({ groups, nDistinct } = best);
  }
}

/** The number of cells that are 1 in each group. */
export function countsOf(row: readonly number[], groups: readonly (readonly number[])[]): number[] {
  return groups.map((group) => group.reduce((sum, position) => sum + row[position]!, 0));
}

function* pairings(groups: readonly number[][]): Generator<number[][]> {
  for (let a = 0; a < groups.length; a++) {
    for (let b = a + 1; b < groups.length; b++) {
      const joined = [...groups[a]!, ...groups[b]!].sort((p, q) => p - q);
      yield groups.flatMap((group, k) => (k === a ? [joined] : k === b ? [] : [group]));
    }
  }
}

/** How many different counts there are; undefined where equal counts have different labels. */
function distinctCounts(
  groups: readonly (readonly number[])[],
  rows: Patterns["rows"],
  labels: Patterns["labels"],
): number | undefined {
  const known = new Map<string, number>();
  for (let p = 0; p < rows.length; p++) {
    const key = countsOf(rows[p]!, groups).join();
    const label = known.get(key);
    if (label !== undefined && label !== labels[p]) return undefined;
    known.set(key, labels[p]!);
  }
  return known.size;
}
