import { type Nested, nest } from "../math/shape.ts";
import type { Value } from "../program/evaluate.ts";
import type { Grid } from "./grid-svg.ts";

/** A scalar as one cell, a row as one row, a solid as its layers below each other. */
export function gridOf(value: Value): Grid {
  if (typeof value === "number") return [[value]];
  const nested = nest(value.data, value.shape) as readonly Nested[];
  if (value.shape.length === 0) return [[value.data[0]!]];
  if (value.shape.length === 1) return [nested as readonly number[]];
  if (value.shape.length === 2) return nested as Grid;
  return (nested as readonly Grid[]).flat();
}

/** Points for each cell, so that pictures are about as wide. */
export function cellSize(grid: Grid): number {
  return Math.max(2, Math.min(12, Math.floor(320 / (grid[0]?.length ?? 1))));
}
