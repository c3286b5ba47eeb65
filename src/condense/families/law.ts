import { coordinatesOf, type Shape } from "../../math/shape.ts";

/** Weights that follow from a coordinate along one axis. */
export type Law =
  /** scale * base ^ (coordinate - start), or (start - coordinate) where it falls. */
  | {
      readonly kind: "power";
      readonly axis: number;
      readonly scale: number;
      readonly base: number;
      readonly start: number;
      readonly isFalling: boolean;
    }
  /** slope * coordinate + offset */
  | {
      readonly kind: "linear";
      readonly axis: number;
      readonly slope: number;
      readonly offset: number;
    };

export interface WeightedCell {
  /** Flat. */
  readonly cell: number;
  readonly weight: number;
}

/** The law of some cells' weights; undefined for fewer than three different ones and where there is none. */
export function lawOf(cells: readonly WeightedCell[], shape: Shape): Law | undefined {
  for (let axis = 0; axis < shape.length; axis++) {
    const weights = new Map<number, number>();
    const isFunction = cells.every(({ cell, weight }) => {
      const coordinate = coordinatesOf(cell, shape)[axis]!;
      if (!weights.has(coordinate)) weights.set(coordinate, weight);
      return weights.get(coordinate) === weight;
    });
    if (!isFunction || weights.size < LEAST_WEIGHTS) continue;
    const pairs = [...weights].sort(([a], [b]) => a - b);
    const law = linear(pairs, axis) ?? power(pairs, axis, false) ?? power(pairs, axis, true);
    if (law !== undefined) return law;
  }
  return undefined;
}

/** What makes two laws the same. */
export function lawKey(law: Law | undefined): string {
  return law === undefined ? "" : JSON.stringify(law);
}

/** The weight that a law gives to a coordinate. */
export function weightAt(law: Law, coordinate: number): number {
  switch (law.kind) {
    case "linear":
      return law.slope * coordinate + law.offset;
    case "power": {
      const exponent = law.isFalling ? law.start - coordinate : coordinate - law.start;
      return law.scale * law.base ** exponent;
    }
  }
}

/** Fewer different weights are told apart without a law. */
export const LEAST_WEIGHTS = 3;

type Pairs = readonly (readonly [coordinate: number, weight: number])[];

function linear(pairs: Pairs, axis: number): Law | undefined {
  const [[a, first], [b, second]] = pairs as [Pairs[0], Pairs[0]];
  const slope = (second! - first!) / (b! - a!);
  if (!Number.isInteger(slope) || slope === 0) return undefined;
  const law: Law = { kind: "linear", axis, slope, offset: first! - slope * a! };
  return follows(pairs, law) ? law : undefined;
}

function power(pairs: Pairs, axis: number, isFalling: boolean): Law | undefined {
  const [start, next] = isFalling ? [pairs.at(-1)!, pairs.at(-2)!] : [pairs[0]!, pairs[1]!];
  if (Math.abs(next[0] - start[0]) !== 1) return undefined;
  const base = next[1] / start[1];
  if (!Number.isInteger(base) || base < 2) return undefined;
  const law: Law = { kind: "power", axis, scale: start[1], base, start: start[0], isFalling };
  return follows(pairs, law) ? law : undefined;
}

function follows(pairs: Pairs, law: Law): boolean {
  return pairs.every(([coordinate, weight]) => weightAt(law, coordinate) === weight);
}
