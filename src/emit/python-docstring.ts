import type { Program } from "../program/program.ts";
import { WIDTH } from "./layout.ts";
import { printExpression } from "./python.ts";
import { inputsInWords, resultInWords } from "./words.ts";

/** What a function takes and returns: `"""Takes x, n values of 0 or 1; returns 0 or 1."""`. */
export function docstring(program: Program): string {
  const inputs = inputsInWords(program).map(escaped);
  const takes = `Takes ${joined(inputs, " ")}`;
  const result = escaped(resultInWords(program, (length) => printExpression(length, program)));
  const returns = `eturns ${result}.`;
  const line = `    """${takes}; r${returns}"""`;
  if (line.length <= WIDTH) return line;
  const first = `    """${takes}.`;
  const short = first.length <= WIDTH ? first : `    """Takes ${joined(inputs, "\n    ")}.`;
  return `${short}\n\n    R${returns}\n    """`;
}

/** Backslashes of texts, as they are to be read in the docstring. */
function escaped(words: string): string {
  return words.replaceAll("\\", "\\\\").replaceAll('"""', '""\\"');
}

/** `a, and b`; `a; b; and c`. */
function joined(parts: readonly string[], space: string): string {
  const comma = parts.length === 2 ? "," : ";";
  return parts
    .map((part, k) => (k > 0 && k === parts.length - 1 ? `and ${part}` : part))
    .join(comma + space);
}
