import { overviewOf } from "./overview.ts";
import { pictureName } from "./pictures.ts";
import type { Found, FoundPanel, Made, Results } from "./results.ts";
import { type Table, tableOf } from "./table.ts";

/** Results as a README.md beside their pictures. */
export function resultsMarkdown(results: Results): string {
  const { made, experiments } = results;
  return [
    "# Results",
    ...madeSentences(made),
    ...tableMarkdown(overviewOf(results)),
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
export function madeSentences(made: Made): string[] {
  const { version, seed, quick, sklearn, torch, weka, abc, machine } = made;
  const run = quick ? " --quick" : "";
  const packages = [
    said("scikit-learn", sklearn),
    said("torch", torch),
    said("Weka", weka),
    said("ABC", abc),
  ].join(", ");
  return [
    `Made by \`distill reproduce${run} --seed ${seed}\` of deep-distilling ${version}; ${packages}; ${machine}.`,
    'In brackets: bootstrap intervals at 95 %; where they meet, it is a tie. All learners of a table were given the same samples; "cannot" is what one cannot do at all.',
  ];
}

function said(name: string, version: string | undefined): string {
  return version === undefined ? `without ${name}` : `${name} ${version}`;
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
  const picture =
    panel.axis === undefined ? [] : [`![${panel.what}](${pictureName(found, panel)})`];
  return [title, ...picture, ...tableMarkdown(tableOf(panel))];
}

/** Nothing where a table has no lines. */
function tableMarkdown({ head, lines, notes }: Table): string[] {
  if (lines.length === 0) return [];
  const print = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [[print(head), print(head.map(() => "---")), ...lines.map(print)].join("\n"), ...notes];
}
