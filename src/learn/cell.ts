import { sumAt, type Unit } from "./separate.ts";

/**
 * A network with one output over the cells of a window: the function that places share.
 *
 * The output is `positive` where at least one subconcept holds; a subconcept holds where all its
 * differentiae are positive. No sum ties on 0/1 inputs.
 */
export interface Cell {
  readonly nInputs: number;
  readonly differentiae: readonly Unit[];
  /** Indices into `differentiae`. */
  readonly subconcepts: readonly (readonly number[])[];
  readonly positive: boolean;
}

/** The label that a cell gives to a row of its window. */
export function labelOf(cell: Cell, row: readonly number[]): 0 | 1 {
  const holds = cell.differentiae.map((differentia) => sumAt(differentia, row) > 0);
  const any = cell.subconcepts.some((subconcept) => subconcept.every((d) => holds[d]!));
  return any === cell.positive ? 1 : 0;
}

/**
 * Description length of a cell in bits.
 *
 * A weight costs the name of its input and its value, a bias its value, a subconcept the names of its
 * differentiae. A value v costs 1 + 2 log2(1 + |v|) bits, as in Elias' gamma code with a sign.
 */
export function bitsOf(cell: Cell): number {
  const inputName = Math.log2(cell.nInputs + 1);
  const differentiaName = Math.log2(cell.differentiae.length + 1);
  const units = cell.differentiae.map(({ weights, bias }) => {
    const nonzero = weights.filter((weight) => weight !== 0);
    return nonzero.reduce((bits, weight) => bits + inputName + valueBits(weight), valueBits(bias));
  });
  const links = cell.subconcepts.map((members) => 1 + members.length * differentiaName);
  return [...units, ...links].reduce((sum, bits) => sum + bits, 1);
}

function valueBits(value: number): number {
  return 1 + 2 * Math.log2(1 + Math.abs(value));
}
