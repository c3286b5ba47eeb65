import { coordinatesOf, type Shape, sizeOf } from "../../math/shape.ts";

/** Some coordinates along one axis. */
export type AxisSet =
  | { readonly kind: "all" }
  | { readonly kind: "point"; readonly at: number }
  /** All but one. */
  | { readonly kind: "but"; readonly at: number }
  /** from <= coordinate < to */
  | { readonly kind: "span"; readonly from: number; readonly to: number }
  | {
      readonly kind: "steps";
      readonly from: number;
      readonly step: number;
      readonly count: number;
    };

/** Cells of a box of some shape, each of which is counted once. */
export type Region =
  | { readonly kind: "product"; readonly sign: 1 | -1; readonly axes: readonly AxisSet[] }
  /** `count` cells from `start` on, each a `step` from the one before. */
  | {
      readonly kind: "line";
      readonly sign: 1 | -1;
      readonly start: readonly number[];
      readonly step: readonly number[];
      readonly count: number;
    }
  /** Of two axes of equal length: the cells whose first coordinate is below, or above, the second. */
  | {
      readonly kind: "triangle";
      readonly sign: 1 | -1;
      readonly relation: "<" | "<=" | ">" | ">=";
    }
  /** Cells without a pattern, flat. */
  | { readonly kind: "cells"; readonly sign: 1 | -1; readonly cells: readonly number[] };

/** A set of cells as what is added and taken away. */
export interface Description {
  readonly regions: readonly Region[];
}

/** A box and which of its cells there are; without `present`, all. */
export interface Grid {
  readonly shape: Shape;
  readonly present?: ReadonlySet<number>;
}

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
  const ways: Description[] = [
    ...products(places, grid).map((axes) => ({ regions: [product(axes, 1)] })),
    ...differences(places, grid),
    ...triangles(places, grid),
    ...lines(places),
    ...points(places),
  ];
  return ways.length > 0 ? ways : [{ regions: [{ kind: "cells", sign: 1, cells }] }];
}

/** Is this a mere list of cells? */
export function isPatternless({ regions }: Description): boolean {
  return regions.some(({ kind }) => kind === "cells");
}

/** What distinguishes one description from others but for the numbers that `parametersOf` gives. */
export function keyOf({ regions }: Description): string {
  return regions.map(regionKey).join(" ");
}

/** The numbers in a description, region by region, axis by axis. */
export function parametersOf({ regions }: Description): number[] {
  return regions.flatMap(parametersOfRegion);
}

function parametersOfRegion(region: Region): number[] {
  switch (region.kind) {
    case "product":
      return region.axes.flatMap(axisParameters);
    case "line":
      return [...region.start, region.count];
    case "triangle":
    case "cells":
      return [];
  }
}

/** The description with other numbers, in the order of `parametersOf`. */
export function withParameters(
  { regions }: Description,
  parameters: readonly number[],
): Description {
  let next = 0;
  const take = (): number => parameters[next++]!;
  return { regions: regions.map((region) => regionWith(region, take)) };
}

function regionWith(region: Region, take: () => number): Region {
  switch (region.kind) {
    case "product":
      return { ...region, axes: region.axes.map((axis) => withAxisParameters(axis, take)) };
    case "line":
      return { ...region, start: region.start.map(take), count: take() };
    case "triangle":
    case "cells":
      return region;
  }
}

/** Which axis of the grid each parameter is a coordinate of; undefined for counts. */
export function axesOfParameters({ regions }: Description): (number | undefined)[] {
  return regions.flatMap(axesOfRegion);
}

function axesOfRegion(region: Region): (number | undefined)[] {
  switch (region.kind) {
    case "product":
      return region.axes.flatMap((axis, a) => axisParameters(axis).map(() => a));
    case "line":
      return [...region.start.map((_, a) => a), undefined];
    case "triangle":
    case "cells":
      return [];
  }
}

function product(axes: readonly AxisSet[], sign: 1 | -1): Region {
  return { kind: "product", sign, axes };
}

function regionKey(region: Region): string {
  const sign = region.sign === 1 ? "+" : "-";
  switch (region.kind) {
    case "product":
      return `${sign}[${region.axes.map((axis) => (axis.kind === "steps" ? `${axis.step}x${axis.count}` : axis.kind)).join()}]`;
    case "line":
      return `${sign}line ${region.step.join()}`;
    case "triangle":
      return `${sign}${region.relation}`;
    case "cells":
      return `${sign}${region.cells.join()}`;
  }
}

function axisParameters(axis: AxisSet): number[] {
  switch (axis.kind) {
    case "all":
      return [];
    case "point":
    case "but":
      return [axis.at];
    case "span":
      return [axis.from, axis.to];
    case "steps":
      return [axis.from];
  }
}

function withAxisParameters(axis: AxisSet, take: () => number): AxisSet {
  switch (axis.kind) {
    case "all":
      return axis;
    case "point":
    case "but":
      return { ...axis, at: take() };
    case "span":
      return { ...axis, from: take(), to: take() };
    case "steps":
      return { ...axis, from: take() };
  }
}

type Places = readonly (readonly number[])[];

/** All products of axis sets that are these places, as far as the grid has their cells. */
function products(places: Places, grid: Grid): AxisSet[][] {
  const projections = grid.shape.map((_, axis) => projection(places, axis));
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
function differences(places: Places, grid: Grid): Description[] {
  if (grid.present !== undefined) return [];
  const projections = grid.shape.map((_, axis) => projection(places, axis));
  const nMissing = projections.reduce((count, values) => count * values.length, 1) - places.length;
  if (nMissing === 0 || nMissing >= places.length) return [];
  const present = new Set(places.map((place) => place.join()));
  const missing = placesOf(projections).filter((place) => !present.has(place.join()));
  const inner = products(missing, grid)[0];
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
        const values = bordered(coordinatesIn(set, shape[axis]!), shape[axis]!, border[axis]);
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
