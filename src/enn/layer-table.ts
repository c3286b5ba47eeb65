import { emptyLayer, notAWeight, notFiniteWeight, raggedRows, tooFewRows } from "../errors.ts";

/** The weights of a layer as a file holds them: a column for each unit. */
export interface LayerTable {
  /** (nInputs, nUnits), row-major. */
  readonly weights: Float64Array;
  /** (nUnits), the last row of the file. */
  readonly biases: Float64Array;
}

/**
 * A layer from comma-separated values: a row for each input and a last one of biases, a column for each
 * unit, no header.
 *
 * `place` is what errors call it. Throws `empty-layer`, `too-few-rows`, `ragged-rows`, `not-a-number` and
 * `not-finite`. Cost: linear in the text.
 */
export function parseLayerTable(text: string, place: string): LayerTable {
  const lines = text.trimEnd().split("\n");
  if (lines.length === 1 && lines[0]!.trim() === "") throw emptyLayer(place);
  const nUnits = lines[0]!.split(",").length;
  if (lines.length === 1) throw tooFewRows(place);
  // A cell takes a character at least, so that uneven rows cannot ask for more memory than the text.
  const values = new Float64Array(Math.min(lines.length * nUnits, text.length + 1));
  lines.forEach((line, row) => {
    const cells = line.split(",");
    if (cells.length !== nUnits) throw raggedRows(`${place}:${row + 1}`, nUnits, cells.length);
    for (let column = 0; column < nUnits; column++) {
      const cell = cells[column]!;
      // Most weights of a large layer are 0.
      if (cell !== "0") values[row * nUnits + column] = parseWeight(cell, { place, row, column });
    }
  });
  const split = (lines.length - 1) * nUnits;
  return { weights: values.subarray(0, split), biases: values.subarray(split, split + nUnits) };
}

interface CellPlace {
  readonly place: string;
  readonly row: number;
  readonly column: number;
}

const DECIMAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
const NOT_FINITE = /^\s*[+-]?(?:nan|inf|infinity)\s*$/i;

function parseWeight(cell: string, { place, row, column }: CellPlace): number {
  const value = Number(cell);
  const isDecimal = DECIMAL.test(cell);
  if (isDecimal && Number.isFinite(value)) return value;
  const at = `${place}:${row + 1}`;
  if (isDecimal || NOT_FINITE.test(cell)) throw notFiniteWeight(at, column + 1, cell.trim());
  throw notAWeight(at, { column: column + 1, found: cell.trim(), isFirstRow: row === 0 });
}
