import type { Dataset } from "../data/dataset.ts";
import { sizeOf } from "../math/shape.ts";
import { type ArrayValue, evaluate, type Value } from "../program/evaluate.ts";
import type { Program } from "../program/program.ts";
import { cellSize, gridOf } from "./grid-of.ts";
import { gridSvg } from "./grid-svg.ts";
import { type Html, html } from "./html.ts";

const MOST_SAMPLES = 3;
const MOST_STEPS = 40;
const MOST_CELLS = 40_000;

/** Pictures of a few samples and of what the program makes of them; none for texts, scalars and solids. */
export function samplePictures(dataset: Dataset, program: Program): Html[] {
  const [input, ...others] = dataset.inputs;
  if (input === undefined || others.length > 0 || sizeOf(input.shape) > MOST_CELLS) return [];
  // Texts are no cells that are empty or filled.
  if (input.domain.kind === "one-hot") return [];
  const count = Math.min(MOST_SAMPLES, dataset.nSamples);
  return Array.from({ length: count }, (_, sample) => {
    const size = sizeOf(input.shape);
    const x = { shape: input.shape, data: input.values.slice(sample * size, (sample + 1) * size) };
    return picture(x, program, sample);
  });
}

function picture(x: ArrayValue, program: Program, sample: number): Html {
  const y = evaluate(program, [x]);
  const name = `Sample ${sample + 1}`;
  if (isLike(x, y) && x.shape.length === 1) return history(x, program, name);
  const grids = [gridOf(x), gridOf(y)];
  const [before, after] = grids.map((grid, k) => {
    return gridSvg(grid, {
      title: `${name}, ${k === 0 ? "input" : "program"}`,
      cell: cellSize(grid),
    });
  });
  return html`<figure>${before!}<span class="arrow">→</span>${after!}<figcaption>${name}: the input, and what the program gives</figcaption></figure>`;
}

/** The program applied again and again, the sample's own row on top. */
function history(x: ArrayValue, program: Program, name: string): Html {
  const rows: number[][] = [[...x.data]];
  let state = x;
  for (let step = 1; step < Math.min(MOST_STEPS, x.shape[0]! + 1); step++) {
    const next = evaluate(program, [state]);
    if (!isLike(x, next) || !next.data.every((value) => value === 0 || value === 1)) break;
    state = next;
    rows.push([...state.data]);
  }
  const svg = gridSvg(rows, { title: `${name}, ${rows.length} states`, cell: cellSize(rows) });
  return html`<figure>${svg}<figcaption>${name}: its input on top, below it the program applied again and again</figcaption></figure>`;
}

function isLike(x: ArrayValue, y: Value): y is ArrayValue {
  return typeof y !== "number" && y.shape.join() === x.shape.join();
}
