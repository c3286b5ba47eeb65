import { compareRows } from "./patterns.ts";
import type { Point } from "./separate.ts";

/** Points that belong together: one, or the union of two such clusters. */
export interface WardTree {
  /** In ascending order. */
  readonly points: readonly Point[];
  /** What the last union adds to the squared distances from the means, twice; 0 for one point. */
  readonly height: number;
  /** The clusters that the last union joined, that of the smallest point first; undefined for one point. */
  readonly parts?: readonly [WardTree, WardTree];
}

/**
 * Ward's agglomerative clustering: from single points on, the two clusters are joined whose union adds
 * least to the squared Euclidean distances from the means. Of several pairs the one with the smallest
 * points is joined, so that the order of the points does not matter.
 *
 * Source: Ward 1963, with the update of Lance and Williams 1967. Cost: the third power of the points.
 */
export function wardTree(given: readonly Point[]): WardTree {
  const points = [...given].sort(compareRows);
  const clusters = points.map((point): WardTree => ({ points: [point], height: 0 }));
  const gaps = points.map((a) => points.map((b) => squaredDistance(a, b)));
  while (clusters.length > 1) {
    const [i, j] = nearestPair(gaps);
    const [first, second] = [clusters[i]!, clusters[j]!];
    const height = gaps[i]![j]!;
    clusters.forEach(({ points: { length } }, k) => {
      if (k === i || k === j) return;
      const [m, n] = [first.points.length, second.points.length];
      const [toFirst, toSecond] = [gaps[k]![i]!, gaps[k]![j]!];
      const gap =
        ((m + length) * toFirst + (n + length) * toSecond - length * height) / (m + n + length);
      gaps[k]![i] = gap;
      gaps[i]![k] = gap;
    });
    const joined = [...first.points, ...second.points].sort(compareRows);
    clusters[i] = { points: joined, height, parts: [first, second] };
    clusters.splice(j, 1);
    gaps.splice(j, 1);
    for (const row of gaps) row.splice(j, 1);
  }
  return clusters[0]!;
}

/** The nearest two clusters, the earlier one first; clusters stand in the order of their smallest points. */
function nearestPair(gaps: readonly (readonly number[])[]): [number, number] {
  let best: [number, number] = [0, 1];
  let least = Infinity;
  for (let i = 0; i < gaps.length; i++) {
    const row = gaps[i]!;
    for (let j = i + 1; j < row.length; j++) {
      // Equal gaps may differ by what is rounded on the way.
      if (row[j]! >= least * (1 - ROUNDING)) continue;
      least = row[j]!;
      best = [i, j];
    }
  }
  return best;
}

const ROUNDING = 1e-9;

function squaredDistance(a: Point, b: Point): number {
  return a.reduce((sum, value, k) => sum + (value - b[k]!) ** 2, 0);
}
