import { compare } from "./compare.ts";
import { printRow } from "./print-value.ts";
import type { FoundPanel } from "./results.ts";
import type { Row } from "./row.ts";

/** A panel as words: a line for each place, a column for each series. */
export interface Table {
  readonly head: readonly string[];
  readonly lines: readonly (readonly string[])[];
  /** Why cells are empty. */
  readonly notes: readonly string[];
}

const COMPARED = "ours against the best";
const CANNOT = "cannot";

/** The table of a panel of numbers; what a series cannot do at all is said, and never a zero. */
export function tableOf({ x, rows }: FoundPanel): Table {
  const series = [...new Set(rows.map((row) => row.series))];
  const places = [...new Set(rows.map((row) => row.x))];
  const reasons = rows.flatMap((row) =>
    row.kind === "cannot" ? [[row.series, row.reason] as const] : [],
  );
  const comparisons = places.map((place) => compare(rows.filter((row) => row.x === place)));
  const isCompared = comparisons.some((comparison) => comparison !== undefined);
  return {
    head: [x, ...series, ...(isCompared ? [COMPARED] : [])],
    lines: places.map((place, k) => [
      typeof place === "number" ? place.toLocaleString("en") : place,
      ...series.map((each) =>
        printCell(rows.find((row) => row.series === each && row.x === place)),
      ),
      ...(isCompared ? [comparisons[k] ?? ""] : []),
    ]),
    notes: [...new Set(reasons.map(([_, reason]) => reason))].map(
      (reason) => `${CANNOT}: ${namesFor(reason, reasons)}: ${reason}`,
    ),
  };
}

function namesFor(reason: string, reasons: readonly (readonly [string, string])[]): string {
  const names = reasons.filter(([_, each]) => each === reason).map(([series]) => series);
  return [...new Set(names)].join(", ");
}

function printCell(row: Row | undefined): string {
  switch (row?.kind) {
    case undefined:
      return "";
    case "cannot":
      return CANNOT;
    case "text":
      return row.text;
    case "value":
      return printRow(row);
  }
}
