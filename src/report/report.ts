import { shapeWithoutValues } from "../data/one-hot.ts";
import { labelText } from "../emit/label-text.ts";
import { printProse } from "../emit/prose.ts";
import { printExpression } from "../emit/python.ts";
import { predictionShape } from "../enn/prediction-shape.ts";
import { partsOf } from "../enn/step-parts.ts";
import type { Domain } from "../math/domain.ts";
import type { Label } from "../math/label.ts";
import type { Shape } from "../math/shape.ts";
import type { Program } from "../program/program.ts";
import type { CoveragePart } from "../verify/coverage.ts";
import type { Verdict } from "../verify/verdict.ts";
import { caseCount } from "./case-count.ts";
import { casePictures } from "./case-pictures.ts";
import { determinedShare, openSentences } from "./coverage-sentences.ts";
import { type Html, html, markup } from "./html.ts";
import type { Known, KnownOfData, KnownOfNetwork } from "./known.ts";
import { networkFigures } from "./network-figures.ts";
import { programFigures } from "./program-figures.ts";
import { samplePictures } from "./sample-pictures.ts";
import { seenCases } from "./seen-cases.ts";
import { shapesText } from "./shapes-text.ts";
import { STYLE } from "./style.ts";
import { shortVerdict, verdictSentence } from "./verdict-sentence.ts";
import { weightPictures } from "./weight-pictures.ts";

/**
 * Everything known as one HTML page that needs no other file and no script.
 *
 * The same results give the same text: no times stand in it. All text from files is escaped.
 */
export function reportHtml(known: Known): string {
  const { name, program } = known;
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
${explanationSection(program)}
${factsSection(known)}
${known.kind === "data" ? dataSections(known) : weightsSection(known)}
</body>
</html>
`;
  return page.text;
}

function codeSection(language: string, code: string): Html {
  return html`<section><h2>The program in ${language}</h2><pre><code>${code}</code></pre></section>`;
}

function explanationSection(program: Program): Html {
  return html`<section><h2>In English</h2><pre class="prose">${printProse(program)}</pre></section>`;
}

/** What samples say. */
function dataSections(known: KnownOfData): Html {
  return html`${casesSection(known)}
${picturesSection(samplePictures(known.dataset, known.program))}`;
}

function weightsSection({ network }: KnownOfNetwork): Html {
  const pictures = network.kind === "step" ? [] : weightPictures(network);
  if (pictures.length === 0) return html``;
  return html`<section><h2>What the first units look at</h2><p>Weights above 0 in one colour, those below 0 in another.</p>${pictures}</section>`;
}

function factsSection(known: Known): Html {
  const { verdict } = known;
  const facts = [
    ...(known.kind === "data" ? basisFacts(known) : networkFacts(known)),
    ["Proof", verdict.methods.join(", ")] as const,
    ["Domain", verdict.domain] as const,
    ...snappedFacts(verdict),
    ...(known.stopped ? [STOPPED] : []),
    ...sizeFacts(known),
  ];
  const rows = facts.map(([term, text]) => html`<dt>${term}</dt><dd>${text}</dd>`);
  return html`<section><h2>What it rests on</h2><dl>${rows}</dl></section>`;
}

type Fact = readonly [string, string];

const STOPPED: Fact = ["Stopped", "the search was cut short by a time limit"];

function basisFacts({ dataset, candidate, coverage }: KnownOfData): Fact[] {
  const { inputs, target, nSamples } = dataset;
  return [
    ["Samples", `${nSamples}: ${readsText(inputs)} to ${target.name} ${axes(target.shape)}`],
    ...textFacts(inputs),
    ["Classes", labelsText(target.classes)],
    ["Places", candidate.sharing],
    ["Fit", `${nSamples - candidate.mistakes} of ${nSamples} samples without a mistake`],
    [
      "Cases seen",
      `${coverage.seen} of ${caseCount(coverage.cases)} (${percent(determinedShare(coverage))})`,
    ],
  ];
}

function networkFacts({ network, sizes = [], open = [] }: KnownOfNetwork): Fact[] {
  const { inputs, output } = network;
  const parts = network.kind === "step" ? partsOf(network) : [network];
  const layers = parts.flatMap((part) => part.layers);
  const units = layers.map(({ activation }) => activation).join(", ");
  const to = `${output.name} ${axes(predictionShape(network))}`;
  return [
    ["Given", `${givenText(sizes.length)} from ${readsText(inputs)} to ${to}`],
    ...textFacts(inputs),
    ...(output.classes === undefined ? [] : [["Classes", labelsText(output.classes)] as const]),
    ["Units", `${units}, layer by layer`],
    ...sizes.map(
      ({ shapes, verdict }): Fact => [`Size ${shapesText(shapes)}`, shortVerdict(verdict)],
    ),
    ...open.map((sentence): Fact => ["Open", sentence]),
  ];
}

function givenText(nSizes: number): string {
  return nSizes > 0 ? `${nSizes} networks; network.json is that` : "a network";
}

interface Read {
  readonly name: string;
  readonly shape: Shape;
  readonly domain: Domain;
}

/** Inputs by the shapes that users see. */
function readsText(inputs: readonly Read[]): string {
  const texts = inputs.map(({ name, shape, domain }) =>
    domain.kind === "one-hot"
      ? `${name} ${axes(shapeWithoutValues(shape), "text")}`
      : `${name} ${axes(shape)}`,
  );
  return texts.join(", ");
}

/** The texts that inputs may hold. */
function textFacts(inputs: readonly Read[]): Fact[] {
  return inputs.flatMap(({ name, domain }): Fact[] =>
    domain.kind === "one-hot" ? [[`Texts of ${name}`, labelsText(domain.values)]] : [],
  );
}

const MOST_LABELS = 40;

function labelsText(labels: readonly Label[]): string {
  const shown = labels.slice(0, MOST_LABELS).map(labelText).join(", ");
  const rest = labels.length - MOST_LABELS;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function snappedFacts({ snapped = 0 }: Verdict): Fact[] {
  if (snapped === 0) return [];
  const reason = "their sums miss 0 by the noise of decimals, and are taken as ties";
  return [["Ties snapped", `${snapped} ${snapped === 1 ? "unit" : "units"}: ${reason}`]];
}

function sizeFacts(known: Known): Fact[] {
  const { network, seed, version } = known;
  const { layers, nonzeroWeights } = networkFigures(network);
  const { lines, tokens, sizes, tied, constants } = programFigures(known);
  return [
    ["Network", `layers of ${layers.join(", ")} neurons, ${nonzeroWeights} nonzero weights`],
    ["Program", `${lines} lines, ${tokens} tokens`],
    ["Sizes", sizes.length > 0 ? `any ${sizes.join(", ")}` : "no free size"],
    ...tied.map(
      ({ constant, expression }) =>
        ["Tied to the training size", `${constant} in ${expression}`] as const,
    ),
    ...(constants > 0 ? [["Without a pattern", `a table of ${constants} constants`] as const] : []),
    ["Made by", `deep-distilling ${version}, seed ${seed}`],
  ];
}

function casesSection(known: KnownOfData): Html {
  const { coverage } = known;
  const open = openSentences(known);
  const list = open.map((sentence) => html`<li>${sentence}</li>`);
  const left =
    open.length > 0 ? html`<ul>${list}</ul>` : html`<p>The samples decide every case.</p>`;
  const [part, ...others] = coverage.parts;
  const pictures = part !== undefined && others.length === 0 ? partPictures(known, part) : html``;
  return html`<section><h2>What the samples leave open</h2>${left}${pictures}</section>`;
}

function partPictures({ program, dataset }: KnownOfData, part: CoveragePart): Html {
  const cases = seenCases(part, program, dataset);
  const features = part.features.map((feature) => printExpression(feature, program));
  return cases === undefined ? html`` : casePictures(cases, features);
}

function picturesSection(pictures: readonly Html[]): Html {
  if (pictures.length === 0) return html``;
  return html`<section><h2>Samples</h2>${pictures}</section>`;
}

function axes(shape: readonly number[], item = "number"): string {
  if (shape.length === 0) return `(one ${item})`;
  return item === "number" ? `(${shape.join("x")})` : `(${shape.join("x")} ${item}s)`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share === 1 ? 0 : 1)}%`;
}
