import type { Shape } from "../../math/shape.ts";
import type { AxisSet, Description, Region } from "./regions.ts";

/** The cells of a description, flat and ascending; undefined where one lies outside or counts twice. */
export function cellsOf(
  { regions }: Description,
  shape: Shape,
  border: readonly Border[] = [],
): number[] | undefined {
  const counts = new Map<number, number>();
  for (const region of regions) {
    const places = placesOfRegion(region, shape, border);
    if (places === undefined) return undefined;
    for (const cell of places) counts.set(cell, (counts.get(cell) ?? 0) + region.sign);
  }
  const cells: number[] = [];
  for (const [cell, count] of counts) {
    if (count === 1) cells.push(cell);
    else if (count !== 0) return undefined;
  }
  return cells.sort((a, b) => a - b);
}

/** Does every region lie inside the shape, or end as its border says? */
export function isInside(
  { regions }: Description,
  shape: Shape,
  border: readonly Border[] = [],
): boolean {
  return regions.every((region) => placesOfRegion(region, shape, border) !== undefined);
}

/** What becomes of coordinates beyond an axis: an error, those round the ring, or nothing. */
export type Border = "plain" | "ring" | "clip";

function placesOfRegion(
  region: Region,
  shape: Shape,
  border: readonly Border[],
): number[] | undefined {
  switch (region.kind) {
    case "product": {
      let flat: number[] = [0];
      for (const [axis, set] of region.axes.entries()) {
        const values = valuesIn(set, shape[axis]!, border[axis]);
        if (values === undefined) return undefined;
        flat = flat.flatMap((start) => values.map((value) => start * shape[axis]! + value));
      }
      return flat;
    }
    case "line": {
      const cells: number[] = [];
      for (let k = 0; k < region.count; k++) {
        let cell = 0;
        for (const [axis, length] of shape.entries()) {
          const coordinate = region.start[axis]! + k * region.step[axis]!;
          if (coordinate < 0 || coordinate >= length) return undefined;
          cell = cell * length + coordinate;
        }
        cells.push(cell);
      }
      return cells;
    }
    case "triangle": {
      const n = shape[0]!;
      const cells: number[] = [];
      for (let a = 0; a < n; a++) {
        const [from, to] = bandOf(region.relation, a, n);
        for (let b = from; b < to; b++) cells.push(a * n + b);
      }
      return cells;
    }
    case "cells":
      return [...region.cells];
  }
}

function bandOf(relation: "<" | "<=" | ">" | ">=", a: number, n: number): [number, number] {
  switch (relation) {
    case "<":
      return [a + 1, n];
    case "<=":
      return [a, n];
    case ">":
      return [0, a];
    case ">=":
      return [0, a + 1];
  }
}

/** The coordinates of a set that lie on the axis, or come round to it; undefined where one is lost. */
function valuesIn(set: AxisSet, length: number, border: Border = "plain"): number[] | undefined {
  if (set.kind !== "but") return bordered(coordinatesIn(set, length), length, border);
  const missing = bordered([set.at], length, border);
  return missing && coordinatesIn({ kind: "all" }, length).filter((k) => !missing.includes(k));
}

function coordinatesIn(set: AxisSet, length: number): number[] {
  switch (set.kind) {
    case "all":
      return Array.from({ length }, (_, k) => k);
    case "point":
      return [set.at];
    case "but":
      return Array.from({ length }, (_, k) => k).filter((k) => k !== set.at);
    case "span":
      return Array.from({ length: Math.max(0, set.to - set.from) }, (_, k) => set.from + k);
    case "steps":
      return Array.from({ length: set.count }, (_, k) => set.from + k * set.step);
  }
}

function bordered(
  values: readonly number[],
  length: number,
  border: Border = "plain",
): number[] | undefined {
  const isInside = (value: number): boolean => value >= 0 && value < length;
  if (values.every(isInside)) return [...values];
  switch (border) {
    case "plain":
      return undefined;
    case "ring":
      return values.map((value) => ((value % length) + length) % length);
    case "clip":
      return values.filter(isInside);
  }
}
