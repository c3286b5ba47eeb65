import { type Comparison, compare } from "./compare.ts";
import type { FoundPanel, Results } from "./results.ts";
import type { Table } from "./table.ts";

/** All panels in which ours meets others, and at how many places ours does better, as well, or worse. */
export function overviewOf({ experiments }: Results): Table {
  const lines = experiments.flatMap(({ panels }) =>
    panels.flatMap((panel) => {
      const found = comparisonsOf(panel);
      if (found.length === 0) return [];
      const count = (wanted: Comparison): string =>
        `${found.filter((comparison) => comparison === wanted).length}`;
      return [[panel.what, count("better"), count("tie"), count("worse")]];
    }),
  );
  return {
    head: ["ours against the best of all others", "better", "tie", "worse"],
    lines,
    notes: [],
  };
}

function comparisonsOf({ rows }: FoundPanel): Comparison[] {
  const places = [...new Set(rows.map(({ x }) => x))];
  return places.flatMap((place) => compare(rows.filter(({ x }) => x === place)) ?? []);
}
