import type { Strategy } from "./regions.ts";
import { type Point, type Separate, sumAt, type Unit } from "./separate.ts";

type Cluster = readonly Point[];

/** Seeds from which the largest separable part of a cluster is grown. */
const MOST_SEEDS = 6;

/**
 * As few regions as possible: starts with one cluster for each label; of a pair that no unit separates,
 * the largest part of one that can be told from all of the other becomes a cluster of its own; in the
 * end clusters are merged again where that stays possible.
 *
 * Undefined where two points cannot be told apart. Cost: a linear program for each point and seed.
 */
export const fewestRegions: Strategy = (sides, separate) => {
  const clusters = split([sides.own], [sides.other], separate);
  if (clusters === undefined) return undefined;
  const own = merged(clusters.own, clusters.other, separate);
  const other = merged(clusters.other, own, opposite(separate));
  return own.map((cluster) => other.map((against) => separate(cluster, against)!));
};

interface Clusters {
  readonly own: Cluster[];
  readonly other: Cluster[];
}

/** The same question from the other side. */
function opposite(separate: Separate): Separate {
  return (positives, negatives) => {
    const unit = separate(negatives, positives);
    return unit && { weights: unit.weights.map((weight) => 0 - weight), bias: -unit.bias };
  };
}

function split(own: Cluster[], other: Cluster[], separate: Separate): Clusters | undefined {
  for (;;) {
    const pair = inseparablePair(own, other, separate);
    if (pair === undefined) return { own, other };
    const [i, j] = pair;
    const ofOther = largestPart(own[i]!, other[j]!, separate);
    const ofOwn = largestPart(other[j]!, own[i]!, opposite(separate));
    // Of a point between others no part can be cut off, but it can be cut out of them.
    if (ofOther.length === 0 && ofOwn.length === 0) return undefined;
    if (ofOther.length / other[j]!.length >= ofOwn.length / own[i]!.length) {
      other.splice(j, 1, ...divided(other[j]!, ofOther));
    } else {
      own.splice(i, 1, ...divided(own[i]!, ofOwn));
    }
  }
}

function inseparablePair(
  own: readonly Cluster[],
  other: readonly Cluster[],
  separate: Separate,
): [number, number] | undefined {
  for (let i = 0; i < own.length; i++) {
    for (let j = 0; j < other.length; j++) {
      if (separate(own[i]!, other[j]!) === undefined) return [i, j];
    }
  }
  return undefined;
}

function divided(cluster: Cluster, part: Cluster): Cluster[] {
  const inPart = new Set(part);
  return [part, cluster.filter((point) => !inPart.has(point))];
}

/** The largest part found of `cluster` that a unit tells from all of `fixed`; empty if there is none. */
function largestPart(fixed: Cluster, cluster: Cluster, separate: Separate): Cluster {
  const step = Math.ceil(cluster.length / MOST_SEEDS);
  let best: Cluster = [];
  for (let k = 0; k < cluster.length; k += step) {
    const part = grown(fixed, cluster, cluster[k]!, separate);
    if (part.length > best.length) best = part;
  }
  return best;
}

/** Grows a part from a seed, nearest points first, as long as a unit tells it from all of `fixed`. */
function grown(fixed: Cluster, cluster: Cluster, seed: Point, separate: Separate): Cluster {
  let unit: Unit | undefined = separate(fixed, [seed]);
  if (unit === undefined) return [];
  const part = [seed];
  for (const point of nearestFirst(cluster, seed)) {
    if (sumAt(unit, point) < 0) {
      part.push(point);
      continue;
    }
    const wider = separate(fixed, [...part, point]);
    if (wider === undefined) continue;
    part.push(point);
    unit = wider;
  }
  return part;
}

function nearestFirst(cluster: Cluster, seed: Point): Point[] {
  const distance = (point: Point): number =>
    point.reduce((sum, value, j) => sum + Math.abs(value - seed[j]!), 0);
  return cluster.filter((point) => point !== seed).sort((a, b) => distance(a) - distance(b));
}

/** Clusters of one side, merged as long as every unit against the other side still exists. */
function merged(
  clusters: readonly Cluster[],
  others: readonly Cluster[],
  separate: Separate,
): Cluster[] {
  for (let a = 0; a < clusters.length; a++) {
    for (let b = a + 1; b < clusters.length; b++) {
      const union = [...clusters[a]!, ...clusters[b]!];
      if (!others.every((other) => separate(union, other) !== undefined)) continue;
      const rest = clusters.filter((_, k) => k !== a && k !== b);
      return merged([...rest, union], others, separate);
    }
  }
  return [...clusters];
}
