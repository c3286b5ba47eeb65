import type { Shape } from "../../math/shape.ts";

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

/** Is this a mere list of cells? */
export function isPatternless({ regions }: Description): boolean {
  return regions.some(({ kind }) => kind === "cells");
}

/** What distinguishes one description from others but for the numbers that `parametersOf` gives. */
export function keyOf(description: Description): string {
  let key = keys.get(description);
  if (key === undefined) {
    key = description.regions.map(regionKey).join(" ");
    keys.set(description, key);
  }
  return key;
}

/** Descriptions are compared by their keys again and again. */
const keys = new WeakMap<Description, string>();

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
