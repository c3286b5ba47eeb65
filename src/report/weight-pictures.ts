import type { Network } from "../enn/network.ts";
import { rowOf, type SparseMatrix } from "../enn/sparse-matrix.ts";
import { type Shape, sizeOf } from "../math/shape.ts";
import { cellSize, gridOf } from "./grid-of.ts";
import { gridSvg } from "./grid-svg.ts";
import { type Html, html } from "./html.ts";

const MOST_UNITS = 12;
const MOST_CELLS = 10_000;

/** What the first units of a network look at: their weights where the input's values lie. */
export function weightPictures({ inputs, layers }: Network): Html[] {
  const [input, ...others] = inputs;
  if (input === undefined || others.length > 0 || sizeOf(input.shape) > MOST_CELLS) return [];
  const { weights, biases } = layers[0]!;
  const count = Math.min(MOST_UNITS, biases.length);
  return Array.from({ length: count }, (_, unit) => {
    const picture = weightPicture(weights, unit, input.shape);
    return html`<figure>${picture}<figcaption>Unit ${unit + 1}, bias ${biases[unit]!}</figcaption></figure>`;
  });
}

function weightPicture(weights: SparseMatrix, unit: number, shape: Shape): Html {
  const data = new Float64Array(sizeOf(shape));
  for (const { column, value } of rowOf(weights, unit)) data[column] = value;
  const grid = gridOf({ shape, data });
  return gridSvg(grid, { title: `Weights of unit ${unit + 1}`, cell: Math.min(8, cellSize(grid)) });
}
