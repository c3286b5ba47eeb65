import { type Html, html, markup } from "../report/html.ts";
import { STYLE } from "../report/style.ts";
import { overviewOf } from "./overview.ts";
import { panelChart } from "./panel-chart.ts";
import type { Found, FoundPanel, Results } from "./results.ts";
import { madeSentences } from "./results-markdown.ts";
import { type Table, tableOf } from "./table.ts";

const TABLES = `
body { max-width: 72rem; } table { border-collapse: collapse; font-size: .85rem; margin: 1rem 0; display: block; overflow-x: auto; } th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
.programs { display: grid; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)); gap: 0 1rem; } h3 { font-size: 1rem; }
`;

/** Results as one HTML page that needs no other file and no script. */
export function resultsHtml(results: Results): string {
  const { made, experiments } = results;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The published experiments</title>
<style>${markup(STYLE + TABLES)}</style>
</head>
<body>
<h1>The published experiments</h1>
${madeSentences(made).map((sentence) => html`<p class="lead">${sentence.replaceAll("`", "")}</p>`)}
${tableHtml(overviewOf(results))}
${experiments.map(section)}
</body>
</html>
`;
  return page.text;
}

function section({ title, about, panels }: Found): Html {
  return html`<section><h2>${title}</h2><p>${about}</p>${panels.map(panelHtml)}</section>`;
}

function panelHtml(panel: FoundPanel): Html {
  const body = panel.unit === "text" ? programs(panel) : numbers(panel);
  return html`<h3>${panel.what}</h3>${body}`;
}

function programs({ rows }: FoundPanel): Html {
  const texts = rows.flatMap((row) =>
    row.kind === "text"
      ? [
          html`<div><p class="lead">${row.x}, ${row.series}</p><pre><code>${row.text}</code></pre></div>`,
        ]
      : [],
  );
  return html`<div class="programs">${texts}</div>`;
}

function numbers(panel: FoundPanel): Html {
  return html`${panelChart(panel) ?? html``}${tableHtml(tableOf(panel))}`;
}

/** Nothing where a table has no lines. */
function tableHtml({ head, lines, notes }: Table): Html {
  if (lines.length === 0) return html``;
  const heads = head.map((name) => html`<th>${name}</th>`);
  const body = lines.map((line) => html`<tr>${line.map((cell) => html`<td>${cell}</td>`)}</tr>`);
  const reasons = notes.map((note) => html`<p class="lead">${note}</p>`);
  return html`<table><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>${reasons}`;
}
