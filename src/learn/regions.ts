import type { Point, Separate, Unit } from "./separate.ts";

/** Own points, and the points of the other label that they are to be told from. */
export interface Sides {
  readonly own: readonly Point[];
  readonly other: readonly Point[];
}

/** A subconcept in the making: the units that are all positive on its points. */
export type Region = readonly Unit[];

/** A way to cover all own points by regions that hold no other point; undefined where it cannot. */
export type Strategy = (sides: Sides, separate: Separate) => readonly Region[] | undefined;
