import type { Network, NetworkInput } from "../../enn/network.ts";
import { extremesOf } from "../../math/domain.ts";
import { coordinatesOf, sizeOf } from "../../math/shape.ts";
import type { Wiring } from "../wiring.ts";
import { type Affine, affineOf } from "./affine.ts";
import { cofactor, isOfIntegers, type Ranges } from "./cofactor.ts";
import { assignmentsOf, pointersOf } from "./pointers.ts";
import { summed } from "./summed.ts";

/** Where a cell is looked up: in an input that is an array, or among inputs that are single numbers. */
export type List =
  | { readonly kind: "array"; readonly input: number }
  | { readonly kind: "single"; readonly inputs: readonly number[] };

/** What an output does with one cell, and which one it is. */
export interface Lookup {
  /** Cells that say the place. */
  readonly pointer: readonly number[];
  readonly list: List;
  /** Is no cell of the pointer in the list? */
  readonly isApart: boolean;
  /** (axes of the list): how many places there are. */
  readonly lengths: readonly number[];
  /** (axes of the list): the coordinates of the cell, from what the pointer holds. */
  readonly place: readonly Affine[];
  readonly low: number;
  /** What the network gives where the cell is low, low + 1 and so on. */
  readonly values: readonly number[];
}

/**
 * The lookup that the one output of a network is: whatever the cells of a pointer hold, it depends on a single
 * other cell (a cofactor in Shannon's expansion), always in the same way. Undefined for other networks.
 *
 * Cost: for each pointer that is tried, the nonzero weights times what it may hold; few are tried to the end.
 */
export function lookupOf(network: Network, wiring: Wiring): Lookup | undefined {
  const { inputs, output } = network;
  if (!inputs.every(isOfFewValues) || output.shape.length > 0 || !isOfIntegers(wiring))
    return undefined;
  const ranges = inputs.flatMap(({ shape, domain }) =>
    Array.from({ length: sizeOf(shape) }, () => extremesOf(domain)),
  );
  for (const pointer of pointersOf(network, wiring)) {
    const lookup = lookupBy(pointer, { network, wiring, ranges });
    if (lookup !== undefined) return lookup;
  }
  return undefined;
}

function isOfFewValues({ domain }: NetworkInput): boolean {
  const { low, high } = extremesOf(domain);
  return ["binary", "integer"].includes(domain.kind) && high - low < MOST_VALUES;
}

/** Of one cell. */
const MOST_VALUES = 256;

interface Given {
  readonly network: Network;
  readonly wiring: Wiring;
  readonly ranges: Ranges;
}

function lookupBy(pointer: readonly number[], given: Given): Lookup | undefined {
  return lookupBySum(pointer, given) ?? lookupByCells(pointer, given);
}

/** A lookup by the sum of cells, where they matter by it only. */
function lookupBySum(pointer: readonly number[], given: Given): Lookup | undefined {
  const sum = summed(given.wiring, pointer, given.ranges);
  if (sum === undefined || pointer.length < 2) return undefined;
  const [first, ...others] = pointer as [number, ...number[]];
  const ranges = [...given.ranges];
  ranges[first] = { low: sum.values[0]!, high: sum.values.at(-1)! };
  for (const cell of others) ranges[cell] = { low: 0, high: 0 };
  const looks = looksOf(
    [first],
    sum.values.map((value) => [value]),
    { ...given, wiring: sum.wiring, ranges },
  );
  const lookup = looks && lookupIn(looks, pointer, given);
  const spread = ({ constant, weights: [weight] }: Affine): Affine => {
    return { constant, weights: sum.weights.map((own) => own * weight!) };
  };
  return lookup && { ...lookup, place: lookup.place.map(spread) };
}

function lookupByCells(pointer: readonly number[], given: Given): Lookup | undefined {
  const assignments = assignmentsOf(pointer, given.ranges);
  const looks = assignments && looksOf(pointer, assignments, given);
  return looks && lookupIn(looks, pointer, given);
}

/** The lookup that was seen, its place in terms of what the looks are at. */
function lookupIn(
  looks: readonly Look[],
  pointer: readonly number[],
  given: Given,
): Lookup | undefined {
  const cells = looks.map(({ cell }) => cell);
  const placed = placesOf(cells, pointer, given.network);
  if (new Set(cells).size < 2 || placed === undefined) return undefined;
  const { coordinates, ...where } = placed;
  const place = where.lengths.map((_, axis) =>
    affineOf(looks.map(({ at }, k) => ({ at, value: coordinates[k]![axis]! }))),
  );
  const { values } = looks[0]!;
  const areAlike = looks.every((look) => String(look.values) === String(values));
  if (!areAlike || place.includes(undefined)) return undefined;
  const { low } = given.ranges[cells[0]!]!;
  return { pointer, ...where, place: place as Affine[], low, values };
}

/** What is left of the output where a pointer is held. */
interface Look {
  /** What the pointer holds. */
  readonly at: readonly number[];
  /** The cell on which the output still depends. */
  readonly cell: number;
  /** What it gives for each value of the cell, the lowest first. */
  readonly values: readonly number[];
}

/** One for each assignment; undefined where the output depends on no cell then, or on several. */
function looksOf(
  pointer: readonly number[],
  assignments: readonly (readonly number[])[],
  { wiring, ranges }: Given,
): Look[] | undefined {
  const looks: Look[] = [];
  for (const at of assignments) {
    const held = [...ranges];
    pointer.forEach((cell, k) => {
      held[cell] = { low: at[k]!, high: at[k]! };
    });
    const { on: cell } = cofactor(wiring, held);
    if (cell < 0) return undefined;
    const { low, high } = ranges[cell]!;
    const values = Array.from({ length: high - low + 1 }, (_, k) => {
      const one = { low: low + k, high: low + k };
      return cofactor(wiring, held.with(cell, one)).low;
    });
    looks.push({ at, cell, values });
  }
  return looks;
}

interface Placed extends Pick<Lookup, "list" | "isApart" | "lengths"> {
  /** (cells, axes of the list). */
  readonly coordinates: readonly (readonly number[])[];
}

/** Cells as places of one list; undefined where they are in different inputs that are not all single numbers. */
function placesOf(
  cells: readonly number[],
  pointer: readonly number[],
  { inputs }: Network,
): Placed | undefined {
  const inputOf = inputs.flatMap(({ shape }, input) =>
    new Array<number>(sizeOf(shape)).fill(input),
  );
  const read = [...new Set(cells.map((cell) => inputOf[cell]!))].sort((a, b) => a - b);
  if (read.length === 1) {
    const input = read[0]!;
    const { shape } = inputs[input]!;
    const start = inputOf.indexOf(input);
    return {
      list: { kind: "array", input },
      isApart: pointer.every((cell) => inputOf[cell] !== input),
      lengths: shape,
      coordinates: cells.map((cell) => coordinatesOf(cell - start, shape)),
    };
  }
  if (read.some((input) => inputs[input]!.shape.length > 0)) return undefined;
  return {
    list: { kind: "single", inputs: read },
    isApart: true,
    lengths: [read.length],
    coordinates: cells.map((cell) => [read.indexOf(inputOf[cell]!)]),
  };
}
