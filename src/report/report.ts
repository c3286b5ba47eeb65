import { printExpression } from "../emit/python.ts";
import type { CoveragePart } from "../verify/coverage.ts";
import { casePictures } from "./case-pictures.ts";
import { determinedShare, unseenSentences } from "./coverage-sentences.ts";
import { type Html, html, markup } from "./html.ts";
import type { Known } from "./known.ts";
import { networkFigures } from "./network-figures.ts";
import { programFigures } from "./program-figures.ts";
import { samplePictures } from "./sample-pictures.ts";
import { seenCases } from "./seen-cases.ts";
import { STYLE } from "./style.ts";
import { verdictSentence } from "./verdict-sentence.ts";

/**
 * Everything known as one HTML page that needs no other file and no script.
 *
 * The same results give the same text: no times stand in it. All text from files is escaped.
 */
export function reportHtml(known: Known): string {
  const { name, dataset, program } = known;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<style>${markup(STYLE)}</style>
</head>
<body>
<h1>${name}</h1>
<p class="lead">${verdictSentence(known.verdict)}</p>
${Object.entries(known.source).map(([language, code]) => codeSection(language, code ?? ""))}
${factsSection(known)}
${casesSection(known)}
${picturesSection(samplePictures(dataset, program))}
</body>
</html>
`;
  return page.text;
}

function codeSection(language: string, code: string): Html {
  return html`<section><h2>The program in ${language}</h2><pre><code>${code}</code></pre></section>`;
}

function factsSection(known: Known): Html {
  const facts = [...basisFacts(known), ...sizeFacts(known)];
  const rows = facts.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`);
  return html`<section><h2>What it rests on</h2><dl>${rows}</dl></section>`;
}

type Fact = readonly [string, string];

function basisFacts({ dataset, candidate, verdict, coverage, stopped }: Known): Fact[] {
  const { inputs, target, nSamples } = dataset;
  const reads = inputs.map(({ name, shape }) => `${name} ${axes(shape)}`).join(", ");
  const facts: Fact[] = [
    ["Samples", `${nSamples}: ${reads} to ${target.name} ${axes(target.shape)}`],
    ["Places", candidate.sharing],
    ["Fit", `${nSamples - candidate.mistakes} of ${nSamples} samples without a mistake`],
    ["Cases seen", `${coverage.seen} of ${coverage.cases} (${percent(determinedShare(coverage))})`],
    ["Proof", verdict.methods.join(", ")],
    ["Domain", verdict.domain],
  ];
  return stopped ? [...facts, ["Stopped", "the search was cut short by a time limit"]] : facts;
}

function sizeFacts({ network, program, source, seed, version }: Known): Fact[] {
  const { layers, nonzeroWeights } = networkFigures(network);
  const { lines, tokens, sizes, tied } = programFigures(program, source.python ?? "");
  return [
    ["Network", `layers of ${layers.join(", ")} neurons, ${nonzeroWeights} nonzero weights`],
    ["Program", `${lines} lines, ${tokens} tokens`],
    ["Sizes", sizes.length > 0 ? `any ${sizes.join(", ")}` : "no free size"],
    ...(tied.length > 0 ? [["Tied to the samples", `size ${tied.join(", ")}`] as const] : []),
    ["Made by", `deep-distilling ${version}, seed ${seed}`],
  ];
}

function casesSection(known: Known): Html {
  const { coverage, program, candidate } = known;
  const open = [...unseenSentences(coverage, program), ...candidate.open];
  const list = open.map((sentence) => html`<li>${sentence}</li>`);
  const left =
    open.length > 0 ? html`<ul>${list}</ul>` : html`<p>The samples decide every case.</p>`;
  const [part, ...others] = coverage.parts;
  const pictures = part !== undefined && others.length === 0 ? partPictures(known, part) : html``;
  return html`<section><h2>What the samples leave open</h2>${left}${pictures}</section>`;
}

function partPictures({ program, dataset }: Known, part: CoveragePart): Html {
  const cases = seenCases(part, program, dataset);
  const features = part.features.map((feature) => printExpression(feature, program));
  return cases === undefined ? html`` : casePictures(cases, features);
}

function picturesSection(pictures: readonly Html[]): Html {
  if (pictures.length === 0) return html``;
  return html`<section><h2>Samples</h2>${pictures}</section>`;
}

function axes(shape: readonly number[]): string {
  return shape.length === 0 ? "(one number)" : `(${shape.join("x")})`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share === 1 ? 0 : 1)}%`;
}
