import type { Expression, Program, ProgramInput } from "../program/program.ts";
import { WIDTH } from "./layout.ts";
import { inputsInWords, resultInWords } from "./words.ts";

export interface CommentOptions {
  /** A length as the language writes it. */
  readonly length: (length: Expression) => string;
  /** What else is to be known, in sentences. */
  readonly notes?: readonly string[];
  /** How the result is given back. */
  readonly gives?: (result: string) => string;
}

/** What a function takes and returns, and what else is to be known, as a comment above it. */
export function comment(program: Program, options: CommentOptions): string {
  const { length, notes: more = [], gives = (result) => `returns ${result}` } = options;
  // Nothing in a comment ends it, or starts another.
  const safe = (text: string) => text.replaceAll("*/", "*\\/").replaceAll("/*", "/\\*");
  const notes = [...program.inputs.flatMap(boundNote), ...more].map(safe);
  const inputs = inputsInWords(program);
  const comma = inputs.length === 2 ? "," : ";";
  const all = inputs
    .map(safe)
    .map((input, k) => (k > 0 && k === inputs.length - 1 ? `and ${input}` : input));
  const given = safe(gives(resultInWords(program, length)));
  const line = `/** Takes ${all.join(`${comma} `)}; ${given}. */`;
  if (line.length <= WIDTH && notes.length === 0) return line;
  const short = `Takes ${all.join(`${comma} `)}; ${given}.`;
  const sentences =
    short.length + 3 <= WIDTH
      ? [short, ...notes]
      : [
          `Takes ${all.join(`${comma}\n  `)}.`,
          `${given.replace(/^./, (letter) => letter.toUpperCase())}.`,
          ...notes,
        ];
  const lines = sentences.flatMap((sentence) => sentence.split("\n"));
  return ["/**", ...lines.map((each) => ` * ${each}`), " */"].join("\n");
}

/** Integers without a bound of their own are taken to fit 32 bits, so that sums of them are exact. */
function boundNote({ name, domain }: ProgramInput): readonly string[] {
  if (domain.kind !== "integer") return [];
  if (Number.isFinite(domain.low) && Number.isFinite(domain.high)) return [];
  return [`Every integer of ${name} fits 32 bits.`];
}
