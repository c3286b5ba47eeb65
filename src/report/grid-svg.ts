import { type Html, html } from "./html.ts";

/** A picture of cells: rows of numbers, 0 empty, all others filled. */
export type Grid = readonly (readonly number[])[];

export interface GridOptions {
  /** What the picture shows, for those who cannot see it. */
  readonly title: string;
  /** Points for each cell. */
  readonly cell?: number;
}

/** A grid as an inline SVG: one path for all filled cells, so that large grids stay small. */
export function gridSvg(grid: Grid, { title, cell = 10 }: GridOptions): Html {
  const height = grid.length;
  const width = grid[0]?.length ?? 0;
  const size = html`width="${width * cell}" height="${height * cell}"`;
  return html`<svg ${size} viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}"><title>${title}</title><rect class="empty" width="${width}" height="${height}"/><path class="filled" d="${filledPath(grid)}"/></svg>`;
}

/** Runs of filled cells, row by row. */
function filledPath(grid: Grid): string {
  return grid
    .flatMap((row, y) => runs(row).map(([from, to]) => `M${from} ${y}h${to - from}v1H${from}z`))
    .join("");
}

function runs(row: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  row.forEach((value, x) => {
    if (value === 0) return;
    const last = found.at(-1);
    if (last !== undefined && last[1] === x) last[1] = x + 1;
    else found.push([x, x + 1]);
  });
  return found;
}
