import type { Exact } from "../../math/exact.ts";
import type { Bounds, Rule } from "../wiring.ts";
import type { Law } from "./law.ts";
import type { LayeredUnit } from "./reading.ts";

/** Where a node stands: a cell of an input or of a family, perhaps with the opposite sign. */
export interface Location {
  readonly source: number;
  /** Flat. */
  readonly cell: number;
  readonly sign: 1 | -1;
  /** The node is sign * cell + offset. */
  readonly offset: number;
  /** Of the cells of the source. */
  readonly bounds: Bounds;
  /** Another cell that has the negative value. */
  readonly mirror: number | undefined;
  /** Does another node stand there too? */
  readonly isShared: boolean;
}

export type Locate = (node: number) => Location;

/** Cells of one source that only count together. */
export interface PlacedClass {
  readonly source: number;
  /** Flat, ascending. */
  readonly cells: readonly number[];
  /** Of one cell. */
  readonly bounds: Bounds;
  /** How weights depend on a coordinate, where they are not all the same. */
  readonly law?: Law;
}

/** A reading whose nodes have places, in a form that does not depend on where these are. */
export interface Placed {
  readonly rule: Rule;
  readonly classes: readonly PlacedClass[];
  /** The value for each combination of totals, the last class fastest. */
  readonly table: Int8Array | undefined;
  /** The weighted sum, where the unit is one of these classes; else undefined. */
  readonly sum: PlacedSum | undefined;
  /** The units between, where none of the classes was dropped or merged. */
  readonly layers: readonly LayeredUnit[] | undefined;
}

export interface PlacedSum {
  /** By class. */
  readonly weights: readonly number[];
  readonly bias: Exact;
}
