import { overviewOf } from "./overview.ts";
import type { Found, FoundPanel, Results } from "./results.ts";
import { type Table, tableOf } from "./table.ts";

/** Results as aligned columns for a terminal. */
export function resultsText(results: Results): string {
  return [...results.experiments.map(experimentText), overviewText(results)].join("\n");
}

function overviewText(results: Results): string {
  const overview = overviewOf(results);
  return overview.lines.length === 0 ? "" : `${aligned(overview).join("\n")}\n`;
}

function experimentText({ title, panels }: Found): string {
  return `${title}\n${"=".repeat(title.length)}\n\n${panels.map(panelText).join("\n")}`;
}

function panelText(panel: FoundPanel): string {
  const body =
    panel.unit === "text"
      ? panel.rows.flatMap((row) =>
          row.kind === "text" ? [`${row.x}, ${row.series}:`, ...indented(row.text)] : [],
        )
      : aligned(tableOf(panel));
  return [`${panel.what}:`, ...body.map((line) => `  ${line}`), ""].join("\n");
}

function indented(text: string): string[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => `    ${line}`);
}

function aligned({ head, lines, notes }: Table): string[] {
  const widths = head.map((_, k) => Math.max(...[head, ...lines].map((line) => line[k]!.length)));
  const print = (line: readonly string[]): string =>
    line
      .map((cell, k) => cell.padEnd(widths[k]!))
      .join("  ")
      .trimEnd();
  return [...[head, ...lines].map(print), ...notes];
}
