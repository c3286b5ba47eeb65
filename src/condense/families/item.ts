import type { Placed } from "./placed.ts";

/** A unit to be grouped with others like it. */
export interface Item {
  readonly placed: Placed;
  /** The coordinates that the unit has anyway: those of an output. */
  readonly coordinates: readonly number[];
  /** Units with different tags are not of one family. */
  readonly tag: string;
}

export function nCells({ placed }: Item): number {
  return placed.classes.reduce((count, { cells }) => count + cells.length, 0);
}
