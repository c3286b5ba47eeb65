import { emit } from "../emit/emit.ts";
import { labelText } from "../emit/label-text.ts";
import { printExpression } from "../emit/python.ts";
import type { Expression, Program } from "../program/program.ts";
import type { Coverage } from "../verify/coverage.ts";
import { caseCount } from "./case-count.ts";
import type { KnownOfData } from "./known.ts";

const MOST_SENTENCES = 100;
const MOST_LETTERS = 160;

/** The share of the program's cases that the samples decide; a program without cases is decided. */
export function determinedShare({ cases, seen }: Coverage): number {
  return cases === 0 ? 1 : seen / cases;
}

/** What the samples leave open, in sentences: rules that fit as well, cases that never occur, edges. */
export function openSentences({ coverage, program, candidate, rivals }: KnownOfData): string[] {
  const others = rivals.map(rivalSentence);
  return [...others, ...unseenSentences(coverage, program), ...candidate.open];
}

function rivalSentence({
  program,
  moreBits,
  input,
  learnt,
  rival,
}: KnownOfData["rivals"][number]): string {
  const code = codeOf(program);
  const answers = `${JSON.stringify(rival)}, not ${JSON.stringify(learnt)}`;
  const where = `for ${input} it gives ${answers}`;
  const shown =
    where.length <= MOST_LETTERS ? where : "an input where they differ is in summary.json";
  return `rule: another one ${lengthOf(moreBits)} fits about as well (${code}); ${shown}`;
}

/** What a short program returns; a reader of a line has no use for a long one. */
function codeOf(program: Program): string {
  const [, returned, ...others] = emit(program, "python").split("\n    return ");
  const code = (returned ?? "").trim().replace(/\s+/g, " ");
  const isShort = program.body.lets.length === 0 && code.length <= MOST_LETTERS;
  return isShort && others.length === 0 ? code.replace(/^\( (.*) \)$/, "$1") : "see summary.json";
}

function lengthOf(moreBits: number): string {
  const bits = Math.round(Math.abs(moreBits) * 10) / 10;
  if (bits === 0) return "of the same length";
  return `that is ${bits} bits ${moreBits > 0 ? "longer" : "shorter"}`;
}

/** One sentence for each case that no sample shows, a hundred at most, and one for the rest. */
export function unseenSentences(coverage: Coverage, program: Program): string[] {
  const sentences: string[] = [];
  for (const { features, unseen } of coverage.parts) {
    for (const { values, result } of unseen) {
      if (sentences.length === MOST_SENTENCES) break;
      const where = conditions(features, values, program);
      sentences.push(`${where} does not occur: the program gives ${labelOf(result, program)}`);
    }
  }
  const { cases, seen } = coverage;
  const rest = cases - seen - sentences.length;
  if (rest <= 0) return sentences;
  const count = cases < Number.MAX_SAFE_INTEGER ? `${rest} more` : caseCount(cases);
  return [...sentences, `${count} cases do not occur`];
}

function labelOf(result: number, { labels }: Program): string {
  const label = labels?.[result];
  return label === undefined ? `${result}` : labelText(label);
}

/** `x[i - 1] = 1, x[i] = 0`. */
function conditions(
  features: readonly Expression[],
  values: readonly number[],
  program: Program,
): string {
  return features.map((each, k) => `${printExpression(each, program)} = ${values[k]}`).join(", ");
}
