import type { Label } from "../../math/label.ts";
import { block, element } from "../build.ts";
import type { Expression, Program } from "../program.ts";
import { sayLabels } from "./say-labels.ts";
import { sayValues, valuesOf } from "./say-values.ts";

/**
 * A program as languages with texts print it: its inputs hold the texts themselves, so that they have no
 * axis of places, and its result holds the labels. It is for printers only: `check` does not know it.
 */
export interface SpokenProgram extends Program {
  /** Arrays of constants, by names that no program has: they are written where they are read. */
  readonly texts: Texts;
}

export type Texts = ReadonlyMap<string, readonly Label[]>;

/** The array of the labels. */
const LABELS = "the labels";

/**
 * A program with texts in place of their places, and labels in place of their numbers; truths among them
 * are conditions, or else labels as others are.
 */
export function spoken(program: Program, { asConditions = true } = {}): SpokenProgram {
  const said = sayValues(program, (values, place) => element(nameOf(values), place));
  const texts = new Map<string, readonly Label[]>(
    program.inputs.flatMap((input) => {
      const values = valuesOf(input);
      return values === undefined ? [] : [[nameOf(values), values]];
    }),
  );
  const { labels } = program;
  if (labels === undefined) return { ...said, texts };
  texts.set(LABELS, labels);
  return {
    ...said,
    body: sayLabels(said, { program, labels, array: LABELS, asConditions }),
    texts,
  };
}

/** A program with the numbers of texts in place of their places: 0 for the first, 1 for the second. */
export function coded(program: Program): Program {
  const said = sayValues(program, (_, place) => place);
  const inputs = said.inputs.map((input) => {
    const values = valuesOf(input);
    if (values === undefined) return input;
    return { ...input, domain: { kind: "integer", low: 0, high: values.length - 1 } as const };
  });
  return { ...said, inputs };
}

/** One expression of a program, taken out of its place, with texts in place of their places. */
export function spokenExpression(expression: Expression, program: Program): Expression {
  const around = { ...program, body: block([], expression) };
  const { body } = sayValues(around, (values, place) => element(nameOf(values), place));
  return body.lets.length === 0 ? body.result : expression;
}

/** Equal lists of texts have one name. */
function nameOf(values: readonly string[]): string {
  return `the texts ${JSON.stringify(values)}`;
}
