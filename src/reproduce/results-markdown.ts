import { pictureName } from "./pictures.ts";
import type { Found, FoundPanel, Made, Results } from "./results.ts";
import { tableOf } from "./table.ts";

/** Results as a README.md beside their pictures. */
export function resultsMarkdown({ made, experiments }: Results): string {
  return [
    "# Results",
    ...madeSentences(made),
    ...experiments.flatMap((found) => [
      `## ${found.title}`,
      found.about,
      ...found.panels.flatMap((panel) => panelMarkdown(found, panel)),
    ]),
    "",
  ]
    .join("\n\n")
    .trimEnd()
    .concat("\n");
}

/** How results came about, in sentences. */
export function madeSentences({ version, seed, quick, sklearn, machine }: Made): string[] {
  const run = quick ? " --quick" : "";
  return [
    `Made by \`distill reproduce${run} --seed ${seed}\` of deep-distilling ${version}; ${sklearn === undefined ? "without scikit-learn" : `scikit-learn ${sklearn}`}; ${machine}.`,
    'In brackets: bootstrap intervals at 95 %. All learners of a table were given the same samples; "cannot" is what one cannot do at all.',
  ];
}

function panelMarkdown(found: Found, panel: FoundPanel): string[] {
  const title = `### ${panel.what}`;
  if (panel.unit === "text") {
    const texts = panel.rows.flatMap((row) =>
      row.kind === "text"
        ? [`${row.x}, ${row.series}:`, `\`\`\`python\n${row.text.trimEnd()}\n\`\`\``]
        : [],
    );
    return [title, ...texts];
  }
  const { head, lines, notes } = tableOf(panel);
  const print = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const table = [print(head), print(head.map(() => "---")), ...lines.map(print)].join("\n");
  const picture =
    panel.axis === undefined ? [] : [`![${panel.what}](${pictureName(found, panel)})`];
  return [title, ...picture, table, ...notes];
}
