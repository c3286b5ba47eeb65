import type { Expression, Program } from "../program/program.ts";
import { expressionPhrase } from "../program/python/expression.ts";
import { pythonModule } from "../program/python/module.ts";
import { pythonPlaceAnywhere } from "../program/python/python-place.ts";
import { spoken, spokenExpression } from "../program/spoken/spoken.ts";
import { flat } from "./layout.ts";
import { docstring } from "./python-docstring.ts";
import { phraseDoc } from "./python-phrase.ts";
import { printFunction } from "./python-statement.ts";

/** A program as Python 3.8 or later that needs the standard library only. */
export function printPython(program: Program): string {
  const { imports, helpers, main } = pythonModule(program);
  const parts = [
    ...(imports.length === 0 ? [] : [`${imports.join("\n")}\n`]),
    ...helpers.map((helper) => printFunction(helper)),
    printFunction(main, docstring(program)),
  ];
  return parts.join("\n\n");
}

/** An expression of a program as Python, on one line: for messages such as `x[i - 1] = 1`. */
export function printExpression(expression: Expression, program: Program): string {
  const said = spokenExpression(expression, program);
  return flat(phraseDoc(expressionPhrase(said, pythonPlaceAnywhere(spoken(program)))));
}
