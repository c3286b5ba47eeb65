import { coordinatesOf, type Shape, sizeOf } from "../../math/shape.ts";
import type { AxisSet, Description, Grid, Region } from "./regions.ts";

/**
 * The ways to describe a set of cells, simplest first; none where it has no pattern.
 *
 * `cells` are flat and ascending. Cells that a grid lacks may be described along with the others.
 */
export function describe(cells: readonly number[], grid: Grid): readonly Description[] {
  const known = described.get(cells);
  if (known !== undefined && known.grid === grid) return known.ways;
  const ways = waysToDescribe(cells, grid);
  described.set(cells, { grid, ways });
  return ways;
}

/** The same cells are described again and again while families are looked for. */
const described = new WeakMap<
  readonly number[],
  { readonly grid: Grid; readonly ways: readonly Description[] }
>();

function waysToDescribe(cells: readonly number[], grid: Grid): readonly Description[] {
  const { shape } = grid;
  if (shape.length === 0) return [{ regions: [{ kind: "product", sign: 1, axes: [] }] }];
  const places = cells.map((cell) => coordinatesOf(cell, shape));
  const projections = projectionsOf(places, shape);
  const ways: Description[] = [
    ...products(places, projections, grid).map((axes) => ({ regions: [product(axes, 1)] })),
    ...differences(places, projections, grid),
    ...triangles(places, grid),
    ...lines(places),
    ...points(places),
  ];
  return ways.length > 0 ? ways : [{ regions: [{ kind: "cells", sign: 1, cells }] }];
}

export function product(axes: readonly AxisSet[], sign: 1 | -1): Region {
  return { kind: "product", sign, axes };
}

type Places = readonly (readonly number[])[];

/** By axis, the coordinates that some place has, ascending. */
type Projections = readonly (readonly number[])[];

/** All products of axis sets that are these places, as far as the grid has their cells. */
function products(places: Places, projections: Projections, grid: Grid): AxisSet[][] {
  const nInProduct = projections.reduce((count, values) => count * values.length, 1);
  if (nInProduct === places.length) {
    return combinations(projections.map((values, axis) => axisSets(values, grid.shape[axis]!)));
  }
  if (grid.present === undefined || nInProduct > sizeOf(grid.shape)) return [];
  const wide = projections.map((values, axis) =>
    values.length >= grid.shape[axis]! - 1 ? undefined : values,
  );
  if (countPresent(wide, grid) !== places.length) return [];
  return combinations(
    wide.map((values, axis) =>
      values === undefined ? [{ kind: "all" }] : axisSets(values, grid.shape[axis]!),
    ),
  );
}

function countPresent(axes: readonly (readonly number[] | undefined)[], grid: Grid): number {
  let count = 0;
  for (const cell of grid.present!) {
    const place = coordinatesOf(cell, grid.shape);
    if (place.every((coordinate, axis) => axes[axis]?.includes(coordinate) ?? true)) count += 1;
  }
  return count;
}

/** A product that lacks a smaller one: a window without its centre, everything but a row. */
function differences(places: Places, projections: Projections, grid: Grid): Description[] {
  if (grid.present !== undefined) return [];
  const nMissing = projections.reduce((count, values) => count * values.length, 1) - places.length;
  if (nMissing === 0 || nMissing >= places.length) return [];
  const present = new Set(places.map((place) => place.join()));
  const missing = placesOf(projections).filter((place) => !present.has(place.join()));
  const inner = products(missing, projectionsOf(missing, grid.shape), grid)[0];
  if (inner === undefined) return [];
  const outer = combinations(
    projections.map((values, axis) => axisSets(values, grid.shape[axis]!)),
  );
  return outer.map((axes) => ({ regions: [product(axes, 1), product(inner, -1)] }));
}

function triangles(places: Places, { shape }: Grid): Description[] {
  if (shape.length !== 2 || shape[0] !== shape[1] || places.length < 3) return [];
  const n = shape[0]!;
  const half = (n * (n - 1)) / 2;
  const relations = { "<": half, ">": half, "<=": half + n, ">=": half + n } as const;
  const holds = {
    "<": (a: number, b: number) => a < b,
    ">": (a: number, b: number) => a > b,
    "<=": (a: number, b: number) => a <= b,
    ">=": (a: number, b: number) => a >= b,
  };
  return (Object.keys(relations) as (keyof typeof relations)[])
    .filter((relation) => relations[relation] === places.length)
    .filter((relation) => places.every(([a, b]) => holds[relation](a!, b!)))
    .map((relation) => ({ regions: [{ kind: "triangle", sign: 1, relation }] }));
}

/** Cells in a row that runs across the axes: a diagonal. */
function lines(places: Places): Description[] {
  const [start, second] = places;
  if (second === undefined || start!.length < 2) return [];
  const step = second.map((coordinate, axis) => coordinate - start![axis]!);
  if (step.some((move) => move === 0)) return [];
  const isLine = places.every((place, k) =>
    place.every((coordinate, axis) => coordinate === start![axis]! + k * step[axis]!),
  );
  if (!isLine) return [];
  return [{ regions: [{ kind: "line", sign: 1, start: start!, step, count: places.length }] }];
}

/** Few cells, each by itself. */
function points(places: Places): Description[] {
  if (places.length < 2 || places.length > MOST_POINTS) return [];
  const regions = places.map((place) =>
    product(
      place.map((at) => ({ kind: "point", at })),
      1,
    ),
  );
  return [{ regions }];
}

const MOST_POINTS = 8;

/** The ways to describe some ascending coordinates out of 0..length-1. */
function axisSets(values: readonly number[], length: number): AxisSet[] {
  const [first, second] = values;
  const [from, to] = [first!, values.at(-1)! + 1];
  const isSpan = to - from === values.length;
  const sets: AxisSet[] = [];
  if (values.length === length && length > 1) sets.push({ kind: "all" });
  if (values.length === 1) sets.push({ kind: "point", at: from });
  if (values.length === length - 1 && length > 2) {
    sets.push({ kind: "but", at: (length * (length - 1)) / 2 - sumOf(values) });
  }
  if (isSpan) sets.push({ kind: "span", from, to });
  const step = (second ?? from) - from;
  const isSteps = values.every((value, k) => value === from + k * step);
  if (isSteps && step > 1) sets.push({ kind: "steps", from, step, count: values.length });
  return sets;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function projectionsOf(places: Places, shape: Shape): Projections {
  return shape.map((_, axis) => projection(places, axis));
}

function projection(places: Places, axis: number): number[] {
  const marks: boolean[] = [];
  for (const place of places) marks[place[axis]!] = true;
  const values: number[] = [];
  for (let value = 0; value < marks.length; value++) if (marks[value]) values.push(value);
  return values;
}

function combinations<T>(choices: readonly (readonly T[])[]): T[][] {
  return choices.reduce<T[][]>(
    (lists, options) => lists.flatMap((list) => options.map((option) => [...list, option])),
    [[]],
  );
}

function placesOf(projections: readonly (readonly number[])[]): number[][] {
  return combinations(projections);
}
