import type { Network } from "../enn/network.ts";
import type { Random } from "../math/random.ts";
import { nest, type Shape } from "../math/shape.ts";
import type { Frame } from "./frame.ts";

/** Networks of any size that compute one thing, and that thing said again by another hand. */
export interface Family {
  /** Two or three sizes to try, small ones first. */
  readonly sizes: readonly Shape[];
  readonly build: (size: Shape) => Network;
  /** The outputs wanted for an input, both flat. */
  readonly reference: (x: readonly number[], size: Shape) => readonly number[];
  /** An input that says more than one drawn evenly from the domain. */
  readonly draw?: (size: Shape, random: Random) => readonly number[];
}

/** Families by name, in the order in which they are shown. */
export type Families = readonly (readonly [name: string, family: Family])[];

/** A family over arrays of `n` numbers. */
export function onLine(
  sizes: readonly number[],
  build: (n: number) => Network,
  reference: (x: readonly number[], n: number) => readonly number[],
): Family {
  return {
    sizes: sizes.map((n) => [n]),
    build: ([n]) => build(n!),
    reference: (x, [n]) => reference(x, n!),
  };
}

/** A family over pictures of `rows` x `columns` cells. */
export function onFrame(
  sizes: readonly (readonly [rows: number, columns: number])[],
  build: (rows: number, columns: number) => Network,
  reference: (frame: Frame) => readonly number[],
): Family {
  return {
    sizes,
    build: ([rows, columns]) => build(rows!, columns!),
    reference: (x, [rows, columns]) => reference(nest(x, [rows!, columns!]) as Frame),
  };
}
