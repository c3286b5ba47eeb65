import { type Html, html, markup } from "../html.ts";
import { markPath } from "./marks.ts";
import { linearScale, logScale, type Scale } from "./scale.ts";
import { CHART_COLORS, CHART_STYLE } from "./style.ts";

/** A value and the interval around it, at a place along the horizontal axis. */
export interface ChartPoint {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

export interface ChartSeries {
  readonly name: string;
  readonly points: readonly ChartPoint[];
}

/** How the horizontal axis runs: along numbers, or from one name to the next. */
export type ChartAxis =
  | { readonly kind: "linear" | "log" }
  | { readonly kind: "names"; readonly names: readonly string[] };

export interface ChartOptions {
  readonly title: string;
  /** What the horizontal axis counts. */
  readonly x: string;
  readonly axis: ChartAxis;
  /** Writes a value of the vertical axis. */
  readonly print: (value: number) => string;
}

const WIDTH = 680;
const LEFT = 56;
const RIGHT = 24;
const PLOT = { width: WIDTH - LEFT - RIGHT, height: 260 };
const LEGEND = 20;
/** Points for a letter and for a mark. */
const LETTER = { width: 6.6, mark: 30 };

/**
 * Series of values with their intervals as one SVG text that stands alone: lines along numbers, dots over names.
 *
 * It follows the reader's light or dark mode, and marks differ in shape too.
 */
export function chart(series: readonly ChartSeries[], options: ChartOptions): Html {
  const { title, axis, print } = options;
  const perLine = namesPerLine(series);
  const top = LEGEND * Math.ceil(series.length / perLine) + 14;
  const points = series.flatMap((each) => each.points);
  const horizontal = xScale(points, axis);
  const vertical = linearScale(least(points), most(points));
  const frame: Frame = {
    top,
    x: (value) => rounded(LEFT + horizontal.at(value) * PLOT.width),
    y: (value) => rounded(top + (1 - vertical.at(value)) * PLOT.height),
  };
  const isSlanted = axis.kind === "names" && axis.names.some((name) => name.length > 12);
  const height = top + PLOT.height + (isSlanted ? 96 : 44);
  const drawn = series.map((each, k) => drawSeries(each, k, { frame, axis, of: series.length }));
  const size = html`width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}"`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="chart" ${size} role="img" aria-label="${title}"><title>${title}</title><style>${markup(CHART_STYLE)}</style>${legend(series, perLine)}${yAxis(vertical, frame, print)}${xAxis(horizontal, frame, { ...options, isSlanted, height })}${drawn}</svg>`;
}

interface Frame {
  readonly top: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

function least(points: readonly ChartPoint[]): number {
  return Math.min(...points.map(({ low }) => low));
}

function most(points: readonly ChartPoint[]): number {
  return Math.max(...points.map(({ high }) => high));
}

function xScale(points: readonly ChartPoint[], axis: ChartAxis): Scale {
  const places = points.map(({ x }) => x);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  switch (axis.kind) {
    case "linear":
      return linearScale(low, high);
    case "log":
      return logScale(low, high);
    case "names": {
      const { length } = axis.names;
      return { at: (value) => (value + 0.5) / length, ticks: [...axis.names.keys()] };
    }
  }
}

interface Place {
  readonly frame: Frame;
  readonly axis: ChartAxis;
  /** How many series there are. */
  readonly of: number;
}

function drawSeries({ points }: ChartSeries, k: number, { frame, axis, of }: Place): Html {
  // Over names, series stand side by side.
  const aside =
    axis.kind === "names" ? ((k + 0.5) / of - 0.5) * (0.7 * (PLOT.width / axis.names.length)) : 0;
  const placed = points.map((point) => ({ ...point, at: rounded(frame.x(point.x) + aside) }));
  const path = placed.map(({ at, y }, n) => `${n === 0 ? "M" : "L"}${at} ${frame.y(y)}`).join("");
  const line = axis.kind === "names" ? html`` : html`<path class="line" d="${path}"/>`;
  const ranges = placed.map(({ at, low, high }) => `M${at} ${frame.y(low)}V${frame.y(high)}`);
  const marks = placed.map(({ at, y }) => markPath(k, at, frame.y(y)));
  return html`<g class="${colorOf(k)}">${line}<path class="range" d="${ranges.join("")}"/><path class="mark" d="${marks.join("")}"/></g>`;
}

function namesPerLine(series: readonly ChartSeries[]): number {
  const longest = Math.max(...series.map(({ name }) => name.length));
  return Math.max(1, Math.floor(WIDTH / (LETTER.mark + LETTER.width * longest)));
}

function legend(series: readonly ChartSeries[], perLine: number): Html[] {
  return series.map(({ name }, k) => {
    const x = 10 + (k % perLine) * (WIDTH / perLine);
    const y = 12 + Math.floor(k / perLine) * LEGEND;
    return html`<g class="${colorOf(k)}"><path class="mark" d="${markPath(k, x, y)}"/></g><text x="${x + 12}" y="${y + 4}">${name}</text>`;
  });
}

function colorOf(series: number): string {
  return `s${series % CHART_COLORS}`;
}

function yAxis({ ticks }: Scale, frame: Frame, print: ChartOptions["print"]): Html[] {
  return ticks.map((tick) => {
    const y = frame.y(tick);
    return html`<path class="grid" d="M${LEFT} ${y}h${PLOT.width}"/><text x="${LEFT - 8}" y="${y + 4}" text-anchor="end">${print(tick)}</text>`;
  });
}

interface XOptions extends ChartOptions {
  readonly isSlanted: boolean;
  readonly height: number;
}

function xAxis({ ticks }: Scale, frame: Frame, { axis, x, isSlanted, height }: XOptions): Html {
  const bottom = frame.top + PLOT.height;
  const labels = ticks.map((tick) => {
    const label = axis.kind === "names" ? axis.names[tick]! : tick.toLocaleString("en");
    const at = frame.x(tick);
    if (!isSlanted)
      return html`<text x="${at}" y="${bottom + 18}" text-anchor="middle">${label}</text>`;
    return html`<text transform="translate(${at} ${bottom + 14}) rotate(-25)" text-anchor="end">${label}</text>`;
  });
  return html`<path class="axis" d="M${LEFT} ${bottom}h${PLOT.width}"/>${labels}<text x="${LEFT + PLOT.width}" y="${height - 6}" text-anchor="end">${x}</text>`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
