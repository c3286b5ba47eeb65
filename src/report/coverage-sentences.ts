import { labelText } from "../emit/label-text.ts";
import { printExpression } from "../emit/python.ts";
import type { Expression, Program } from "../program/program.ts";
import type { Coverage } from "../verify/coverage.ts";

const MOST_SENTENCES = 100;

/** The share of the program's cases that the samples decide; a program without cases is decided. */
export function determinedShare({ cases, seen }: Coverage): number {
  return cases === 0 ? 1 : seen / cases;
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
  const rest = coverage.cases - coverage.seen - sentences.length;
  return rest > 0 ? [...sentences, `${rest} more cases do not occur`] : sentences;
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
