import { isTruth } from "../program/idiom.ts";
import { leastLengths } from "../program/least-lengths.ts";
import { lookedUp } from "../program/looked-up.ts";
import type { Expression, Fold, Let, Program, Range, Scan } from "../program/program.ts";
import { scanSteps } from "../program/scan-steps.ts";
import { spoken } from "../program/spoken/spoken.ts";
import { listed } from "./listed.ts";
import { conditionText } from "./prose-condition.ts";
import { type ProseScene, proseAfter, proseAt, proseSceneOf, type Remark } from "./prose-scene.ts";
import { operandText, sideText, valueText } from "./prose-value.ts";
import { prune } from "./prune.ts";
import { inputsInWords, resultInWords } from "./words.ts";

/** What a program does, in plain English: what it takes, its steps in order, what it returns. */
export function printProse(program: Program): string {
  const said = spoken({ ...program, body: prune(program.body) }, { asConditions: false });
  const start = proseSceneOf(said);
  const { lets, result } = said.body;
  const [paragraphs, scene] = letParagraphs(lets, start);
  const answer = resultText(result, scene);
  const steps = paragraphs.filter(
    ({ explains }) => explains === undefined || scene.spoken.has(explains),
  );
  const remarks = [...scene.remarks].map((remark) => remarkTexts[remark]);
  const texts = [opening(program, start), ...steps.map(({ text }) => text), answer, ...remarks];
  return `${texts.map(wrap).join("\n\n")}\n`;
}

const WIDTH = 80;

function opening(program: Program, scene: ProseScene): string {
  // `x (n values of 0 or 1)`
  const inputs = inputsInWords(program).map((words) => words.replace(", ", " (").concat(")"));
  const takes = inputs.length === 0 ? "nothing" : listed(inputs);
  const anyLength = sizesText(program);
  const result = resultInWords(program, (length) => sideText(length, scene));
  const places = lookedUp(program).map(({ sentence }) => ` ${sentence}.`);
  return `${program.name} takes ${takes} and returns ${result}.${anyLength}${places.join("")}`;
}

function sizesText(program: Program): string {
  const { inputs } = program;
  const least = leastLengths(program);
  const symbols = [
    ...new Set(inputs.flatMap(({ shape }) => shape.filter((size) => typeof size === "string"))),
  ];
  const any = symbols.filter((symbol) => !least.has(symbol));
  const free =
    any.length === 0
      ? []
      : [`${listed(any)} may be any ${any.length === 1 ? "length" : "lengths"}`];
  const bounded = [...least].map(([symbol, length]) => `${symbol} is at least ${length}`);
  return [...free, ...bounded].map((sentence) => ` ${sentence}.`).join("");
}

/** A paragraph, and the name that it explains, if nothing but its name may make it needed. */
interface Paragraph {
  readonly text: string;
  readonly explains?: string;
}

/** A paragraph for each named value. */
function letParagraphs(
  lets: readonly Let[],
  start: ProseScene,
): readonly [readonly Paragraph[], ProseScene] {
  let scene = start;
  const paragraphs: Paragraph[] = [];
  for (const named of lets) {
    const { name, value } = named;
    if (value.kind === "scan" || value.kind === "fold") {
      paragraphs.push({ text: scanText(value, name, scene) });
    } else if (value.kind === "table") {
      paragraphs.push({ text: tableText(value, nameAt(name, value.ranges), scene) });
    } else {
      const text = `${letText(named, scene)}.`;
      paragraphs.push(value.kind === "pad" ? { text, explains: name } : { text });
    }
    scene = proseAfter(scene, named);
  }
  return [paragraphs, scene];
}

/** `total is the sum of all of x`; `wins holds if total is more than 2`. */
function letText({ name, value }: Let, scene: ProseScene): string {
  return isTruth(value, scene.place.truths)
    ? `${name} holds if ${conditionText(value, scene)}`
    : `${name} is ${valueText(value, scene)}`;
}

function nameAt(name: string, ranges: readonly Range[]): string {
  const variables = ranges.map(({ variable }) => variable);
  if (ranges.length === 2) return `${name} in row ${variables[0]}, column ${variables[1]}`;
  return ranges.length === 1
    ? `${name} at ${variables[0]}`
    : `${name} at (${variables.join(", ")})`;
}

function resultText(result: Expression, scene: ProseScene): string {
  if (result.kind === "scan" || result.kind === "fold")
    return scanText(result, "the result", scene);
  if (result.kind === "table") return tableText(result, "the result", scene);
  return `The result is ${valueText(result, scene)}.`;
}

type Table = Extract<Expression, { readonly kind: "table" }>;

/** `For each of the n places i, the result is ...`, after what has a name there. */
function tableText(table: Table, what: string, start: ProseScene): string {
  const places = placesText(table.ranges, start);
  let scene = proseAt(start, table.ranges);
  const steps: string[] = [];
  for (const named of table.body.lets) {
    steps.push(`- ${letText(named, scene)};`);
    scene = proseAfter(scene, named);
  }
  const last = `${what} is ${valueText(table.body.result, scene)}.`;
  if (steps.length === 0) return `For each of the ${places}, ${last}`;
  return [`For each of the ${places}:`, ...steps, `- ${last}`].join("\n");
}

/** `carry starts at 0. For each of the n places i, from the first on:`, and what happens there. */
function scanText(scan: Scan | Fold, what: string, start: ProseScene): string {
  const { range, carried, isBackward } = scan;
  const starts = carried.map(({ name, initial }) => `${name} starts at ${initial}`);
  const side = isBackward ? "last" : "first";
  const places = `for each of the ${placesText([range], start)}, from the ${side} on`;
  let scene = proseAt(start, [range]);
  const steps = scanSteps(scan, start.place.taken).map((step) => {
    const value = valueText(step.value, scene);
    if (step.kind === "item") return `${what} there is ${value}`;
    if (step.kind === "carry") return `${step.name} becomes ${value}`;
    const text = letText(step, scene);
    scene = proseAfter(scene, step);
    return text;
  });
  const more = endTexts(scan, what, start);
  const lines = steps.map((step, k) => `- ${step}${k < steps.length - 1 ? ";" : "."}`);
  return [`${capital(listed(starts))}; ${places}:`, ...lines, ...more].join("\n");
}

function endTexts(scan: Scan | Fold, what: string, scene: ProseScene): string[] {
  if (scan.end === undefined) return [];
  const value = valueText(scan.end, scene);
  if (scan.kind === "fold") return [`In the end, ${what} is ${value}.`];
  return [`In the end, ${value} is put ${scan.isBackward ? "before" : "after"} all others.`];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function placesText(ranges: readonly Range[], scene: ProseScene): string {
  const units = { 1: ["places"], 2: ["rows", "columns"], 3: ["planes", "rows", "columns"] };
  const names = units[ranges.length as 1 | 2 | 3] ?? ranges.map(() => "values of");
  const parts = ranges.map(
    ({ variable, to }, axis) => `${operandText(to, scene)} ${names[axis]} ${variable}`,
  );
  return listed(parts);
}

const remarkTexts: Readonly<Record<Remark, string>> = {
  ring: "Before the first place comes the last one, and after the last the first: a ring.",
  zeros: "Beyond the edges everything is 0.",
  "from-zero": "Places are counted from 0.",
  sign: "The sign of a number is -1 if it is below 0, 0 if it is 0, and 1 if it is above 0.",
};

/** Lines of at most 80 columns; items of a list hang. */
function wrap(paragraph: string): string {
  return paragraph.split("\n").map(wrapLine).join("\n");
}

function wrapLine(text: string): string {
  const indent = text.startsWith("- ") ? "  " : "";
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const next = line === "" ? word : `${line} ${word}`;
    if (next.length > WIDTH && line !== "") {
      lines.push(line);
      line = indent + word;
    } else line = next;
  }
  return [...lines, line].join("\n");
}
