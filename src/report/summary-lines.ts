import { caseCount } from "./case-count.ts";
import { shapesText } from "./shapes-text.ts";
import type { CoverageFigures, LearntFigures, Summary, TrainingFigures } from "./summary.ts";
import type { TiedConstant } from "./tied-constants.ts";
import { shortVerdict, verdictSentence } from "./verdict-sentence.ts";

const MOST_OPEN = 8;
const MOST_CONSTANTS = 8;

/** The summary for a terminal: a label and a text for each line. */
export function summaryLines(summary: Summary): (readonly [string, string])[] {
  return [
    ["verdict", verdictSentence(summary.verdict)],
    ...basisLines(summary),
    ...condensedLines(summary),
    ...(summary.stopped ? [STOPPED] : []),
    ["network", networkText(summary)],
    ["program", programText(summary)],
    ...summary.printed
      .filter(({ executed, reason }) => executed !== null || reason !== undefined)
      .map(runLine),
    ["seconds", secondsText(summary)],
  ];
}

const STOPPED = ["stopped", "by --max-seconds: this is what was found so far"] as const;

/** What samples say; nothing where a network was given. */
function basisLines(summary: Summary): (readonly [string, string])[] {
  const { data, training, coverage, learnt } = summary;
  if (data === null || training === null || coverage === null || learnt === null) return [];
  const { mistakes } = training;
  const fit = mistakes === 0 ? "none mistaken" : `${mistakes} mistaken`;
  const seen = `${coverage.seen} of ${caseCount(coverage.cases)} cases seen`;
  const samples = data.samples === 1 ? "1 sample" : `${data.samples} samples`;
  return [
    ["rests on", `${samples}, ${fit}; ${learnt.sharing}; ${seen}`],
    ...sizeLines(learnt),
    ...mistakenLines(training),
    ...openLines(coverage),
  ];
}

function sizeLines({ sizes = [] }: LearntFigures): (readonly [string, string])[] {
  return sizes.map(({ shapes, samples, accuracy }, k) => {
    const right = `${(100 * accuracy).toFixed(accuracy === 1 ? 0 : 1)}% of ${samples} samples right`;
    return [k === 0 ? "sizes" : "", `${shapesText(shapes)}: ${right}`];
  });
}

/** The program against each network, and what is open; nothing where only one was given. */
function condensedLines({ condensed }: Summary): (readonly [string, string])[] {
  if (condensed === undefined) return [];
  const { sizes, open } = condensed;
  return [
    ...sizes.map(({ shapes, verdict }, k) => {
      const text = `${shapesText(shapes)}: ${shortVerdict(verdict)}`;
      return [k === 0 ? "sizes" : "", text] as const;
    }),
    ...open.map((sentence, k) => [k === 0 ? "open" : "", sentence] as const),
  ];
}

const MOST_MISTAKEN = 6;

function mistakenLines({ mistaken, mistakes }: TrainingFigures): (readonly [string, string])[] {
  if (mistakes === 0) return [];
  const shown = mistaken.slice(0, MOST_MISTAKEN).join(", ");
  const rest = mistakes - Math.min(mistakes, MOST_MISTAKEN);
  return [["mistaken", rest > 0 ? `${shown} and ${rest} more` : shown]];
}

function openLines({ undetermined }: CoverageFigures): (readonly [string, string])[] {
  const shown = undetermined.slice(0, MOST_OPEN);
  const rest = undetermined.length - shown.length;
  const lines = rest > 0 ? [...shown, `and ${rest} more in summary.json`] : shown;
  return lines.map((sentence, k) => [k === 0 ? "open" : "", sentence]);
}

function networkText({ network }: Summary): string {
  const { layers, nonzeroWeights, differentiae, subconcepts, concepts } = network;
  const kinds = `${differentiae} differentiae, ${subconcepts} subconcepts, ${concepts} concepts`;
  return layers.length === 3
    ? `${kinds}, ${nonzeroWeights} nonzero weights`
    : `layers of ${layers.join(", ")} neurons, ${nonzeroWeights} nonzero weights`;
}

function programText({ program: { lines, tokens, sizes, tied, constants } }: Summary): string {
  const free = sizes.length > 0 ? `, any ${sizes.join(", ")}` : "";
  const fixed = tied.length > 0 ? `, tied to the training size by ${constantsText(tied)}` : "";
  const listed = constants > 0 ? `, a table of ${constants} constants` : "";
  return `${lines} lines, ${tokens} tokens${free}${fixed}${listed}`;
}

function constantsText(tied: readonly TiedConstant[]): string {
  const constants = [...new Set(tied.map(({ constant }) => constant))];
  const shown = constants.slice(0, MOST_CONSTANTS).join(", ");
  const rest = constants.length - MOST_CONSTANTS;
  return rest > 0 ? `${shown} and ${rest} more` : shown;
}

function runLine({
  language,
  executed,
  agrees,
  reason,
}: Summary["printed"][number]): readonly [string, string] {
  const why = reason === undefined ? "" : `: ${reason}`;
  if (agrees === null) return ["run", `${language} was not run${why}`];
  return ["run", `${language} ${agrees ? "agrees" : "DISAGREES"} on ${executed} inputs${why}`];
}

function secondsText({ seconds: { total, ...stages } }: Summary): string {
  const parts = Object.entries(stages).map(([stage, value]) => `${stage} ${value.toFixed(2)}`);
  return `${total.toFixed(2)} (${parts.join(", ")})`;
}
