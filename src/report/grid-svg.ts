import { type Html, html } from "./html.ts";

/** A picture of cells: rows of numbers, 0 empty, all others filled, in another colour below 0. */
export type Grid = readonly (readonly number[])[];

export interface GridOptions {
  /** What the picture shows, for those who cannot see it. */
  readonly title: string;
  /** Points for each cell. */
  readonly cell?: number;
}

/** A grid as an inline SVG: one path for all cells of a colour, so that large grids stay small. */
export function gridSvg(grid: Grid, { title, cell = 10 }: GridOptions): Html {
  const height = grid.length;
  const width = grid[0]?.length ?? 0;
  const below = pathOf(grid, -1);
  const negative = below === "" ? html`` : html`<path class="negative" d="${below}"/>`;
  const size = html`width="${width * cell}" height="${height * cell}"`;
  return html`<svg ${size} viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}"><title>${title}</title><rect class="empty" width="${width}" height="${height}"/><path class="filled" d="${pathOf(grid, 1)}"/>${negative}</svg>`;
}

/** Runs of cells of one sign, row by row. */
function pathOf(grid: Grid, sign: 1 | -1): string {
  return grid
    .flatMap((row, y) =>
      runs(row, sign).map(([from, to]) => `M${from} ${y}h${to - from}v1H${from}z`),
    )
    .join("");
}

function runs(row: readonly number[], sign: 1 | -1): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((value, x) => {
    if (Math.sign(value) !== sign) return;
    const last = found.at(-1);
    if (last !== undefined && last[1] === x) last[1] = x + 1;
    else found.push([x, x + 1]);
  });
  return found;
}
