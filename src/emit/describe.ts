import type { Program } from "../program/program.ts";
import { flat } from "./layout.ts";
import { sceneOfDoubles } from "./scene.ts";
import { plainDoc } from "./typescript-number.ts";
import { inputsInWords, resultInWords } from "./words.ts";

/** What a function returns, with lengths as TypeScript and C write them: `n values of 0 or 1`. */
export function returns(program: Program): string {
  return resultInWords(program, (length) => flat(plainDoc(length, sceneOfDoubles(program)).doc));
}

/** Every input by its name, and what it is in parentheses: `x (n values of 0 or 1)`. */
export function inputsInParentheses(program: Program): readonly string[] {
  return inputsInWords(program).map((words) => words.replace(", ", " (").concat(")"));
}

/** `a`; `a and b`; `a, b and c`. */
export function listed(parts: readonly string[], word = "and"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}
