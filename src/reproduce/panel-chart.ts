import { type ChartAxis, type ChartSeries, chart } from "../report/chart/chart.ts";
import type { Html } from "../report/html.ts";
import { printerOf } from "./print-value.ts";
import type { FoundPanel } from "./results.ts";

/** The chart of a panel; undefined where it has no axis or no values. */
export function panelChart({ what, x, axis, unit, rows }: FoundPanel): Html | undefined {
  const values = rows.flatMap((row) => (row.kind === "value" ? [row] : []));
  if (axis === undefined || values.length === 0) return undefined;
  const names = [...new Set(values.map((row) => `${row.x}`))];
  const series = [...new Set(values.map((row) => row.series))].map(
    (name): ChartSeries => ({
      name,
      points: values
        .filter((row) => row.series === name)
        .map((row) => ({
          x: axis === "names" ? names.indexOf(`${row.x}`) : Number(row.x),
          y: row.value,
          low: row.low,
          high: row.high,
        }))
        .sort((a, b) => a.x - b.x),
    }),
  );
  const run: ChartAxis = axis === "names" ? { kind: axis, names } : { kind: axis };
  return chart(series, { title: what, x, axis: run, print: printerOf(unit) });
}
