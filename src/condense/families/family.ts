import type { Exact } from "../../math/exact.ts";
import { indexOf, type Shape } from "../../math/shape.ts";
import type { Bounds, Rule } from "../wiring.ts";
import { type Border, cellsOf, isInside } from "./cells-of.ts";
import { type Formula, valueAt } from "./fit.ts";
import type { Law } from "./law.ts";
import type { LayeredUnit } from "./reading.ts";
import { type Description, type Grid, withParameters } from "./regions.ts";

/** Units that compute one function at different places: members are told apart by variables. */
export interface Family {
  readonly rule: Rule;
  /** How many values each variable takes. */
  readonly shape: Shape;
  /** Where the members are outputs: their coordinates. */
  readonly coordinates: readonly Formula[];
  readonly classes: readonly FamilyClass[];
  readonly body: Body;
  readonly members: readonly Member[];
}

/** The cells of a class, by the family's variables. */
export interface FamilyClass {
  readonly source: number;
  readonly bounds: Bounds;
  readonly pattern: Description;
  /** For each parameter of the pattern. */
  readonly formulas: readonly Formula[];
  /** What becomes of coordinates beyond each axis of the source. */
  readonly borders: readonly Border[];
  /** How weights depend on a coordinate, if they do. */
  readonly law: Law | undefined;
  /** Cells of the class of a member that lacks none. */
  readonly size: number;
}

export type Body =
  /** Total by total, the last class fastest; `layers` say the same unit by unit. */
  | {
      readonly kind: "table";
      readonly table: Int8Array;
      readonly layers: readonly LayeredUnit[] | undefined;
    }
  | {
      readonly kind: "sum";
      readonly weights: readonly number[];
      readonly bias: Formula | Exact;
      /** The same where it is small. */
      readonly table: Int8Array | undefined;
    }
  /** No pattern: for each member its weights, by source and cell, and its bias. */
  | { readonly kind: "dense"; readonly sums: readonly DenseSum[] };

export interface DenseSum {
  readonly weights: ReadonlyMap<number, ReadonlyMap<number, number>>;
  readonly bias: Exact;
}

export interface Member {
  /** What the caller calls the unit. */
  readonly item: number;
  readonly variables: readonly number[];
  /** -1 where the unit is the opposite of what the family computes: its negative or its complement. */
  readonly sign: 1 | -1;
}

/** The cells of a class where the variables have these values. */
export function cellsAt(
  { pattern, formulas, borders }: Omit<FamilyClass, "bounds" | "law" | "source" | "size">,
  variables: readonly number[],
  { shape, present }: Grid,
): number[] | undefined {
  const parameters = formulas.map((formula) => valueAt(formula, variables));
  if (parameters.some(Number.isNaN)) return undefined;
  const cells = cellsOf(withParameters(pattern, parameters), shape, borders);
  return present === undefined ? cells : cells?.filter((cell) => present.has(cell));
}

/** Is there something to be read where the variables have these values? */
export function isReadable(
  { pattern, formulas, borders }: Pick<FamilyClass, "pattern" | "formulas" | "borders">,
  variables: readonly number[],
  { shape }: Grid,
): boolean {
  const parameters = formulas.map((formula) => valueAt(formula, variables));
  if (parameters.some(Number.isNaN)) return false;
  return isInside(withParameters(pattern, parameters), shape, borders);
}

/** The places of a family's box at which there are members; undefined if at all. */
export function presentIn({ shape, members }: Pick<Family, "shape" | "members">): Grid {
  const size = shape.reduce((product, length) => product * length, 1);
  if (members.length === size) return { shape };
  return { shape, present: new Set(members.map(({ variables }) => indexOf(variables, shape))) };
}
