import type { Row } from "./row.ts";

type Numbers = Extract<Row, { kind: "value" }>;

/** What nobody can beat. */
export const OPTIMUM = "optimum";

/** How ours does at one place: better or worse only where the intervals do not meet. */
export type Comparison = "better" | "tie" | "worse";

/** Ours against the best of all others that were measured at the same place; undefined where there is none. */
export function compare(rows: readonly Row[]): Comparison | undefined {
  const values = rows.filter((row): row is Numbers => row.kind === "value" && row.unit === "share");
  const ours = values.find(({ series }) => series.startsWith("ours"));
  const others = values.filter(({ series }) => !series.startsWith("ours") && series !== OPTIMUM);
  if (ours === undefined || others.length === 0) return undefined;
  const best = others.reduce((a, b) => (b.value > a.value ? b : a));
  if (ours.low > best.high) return "better";
  return ours.high < best.low ? "worse" : "tie";
}
