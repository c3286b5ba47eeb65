import type { Strategy } from "./regions.ts";
import { type Point, type Separate, sumAt, type Unit } from "./separate.ts";

/** Seeds tried for each region, spread over the points that are not covered yet. */
const MOST_SEEDS = 12;

/**
 * Regions of one unit each: the sparsest unit that tells a single point from all of the other label,
 * with all own points that it happens to hold; the best coverage per weight first.
 *
 * Cost: a dozen linear programs for each region.
 */
export const sparsestRegion: Strategy = ({ own, other }, separate) => {
  const regions: Unit[][] = [];
  let uncovered = own;
  while (uncovered.length > 0) {
    const best = bestSeed(uncovered, other, separate);
    if (best === undefined) return undefined;
    regions.push([best]);
    uncovered = uncovered.filter((point) => sumAt(best, point) < 0);
  }
  return regions;
};

function bestSeed(
  uncovered: readonly Point[],
  other: readonly Point[],
  separate: Separate,
): Unit | undefined {
  const step = Math.ceil(uncovered.length / MOST_SEEDS);
  let best: Unit | undefined;
  let bestScore = 0;
  for (let k = 0; k < uncovered.length; k += step) {
    const unit = separate([uncovered[k]!], other);
    if (unit === undefined) return undefined;
    const covered = uncovered.filter((point) => sumAt(unit, point) > 0).length;
    const score = covered / (1 + unit.weights.filter((weight) => weight !== 0).length);
    if (score > bestScore) [best, bestScore] = [unit, score];
  }
  return best;
}
