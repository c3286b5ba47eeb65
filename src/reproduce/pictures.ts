import { panelChart } from "./panel-chart.ts";
import type { Found, FoundPanel, Results } from "./results.ts";

/** The charts of all panels, by the names of their files. */
export function picturesOf({ experiments }: Results): Record<string, string> {
  return Object.fromEntries(
    experiments.flatMap((found) =>
      found.panels.flatMap((panel) => {
        const drawn = panelChart(panel);
        return drawn === undefined ? [] : [[pictureName(found, panel), `${drawn.text}\n`]];
      }),
    ),
  );
}

/** `automata-rules-learnt-exactly.svg`. */
export function pictureName({ name }: Found, { what }: FoundPanel): string {
  const words = what.toLowerCase().match(/[a-z0-9]+/g)!;
  return `${[name, ...words].join("-")}.svg`;
}
