import type { Phrase } from "../program/python/phrase.ts";
import type { PythonFunction, Statement } from "../program/python/statement.ts";
import { breakable, concat, type Doc, group, layout } from "./layout.ts";
import { clauseDoc, phraseDoc } from "./python-phrase.ts";

/** A function as lines of Python. */
export function printFunction(
  { name, parameters, body }: PythonFunction,
  docstring?: string,
): string {
  const first = docstring === undefined ? "" : `${docstring}\n`;
  return `def ${name}(${parameters.join(", ")}):\n${first}${printStatements(body, 1)}`;
}

function printStatements(statements: readonly Statement[], depth: number): string {
  return statements.map((statement) => printStatement(statement, depth)).join("");
}

function printStatement(statement: Statement, depth: number): string {
  const line = (doc: Doc) => `${layout(doc, depth)}\n`;
  switch (statement.kind) {
    case "assign":
      return line(group(phraseDoc(statement.target), " = ", valueDoc(statement.value)));
    case "return":
      return line(group("return ", valueDoc(statement.value)));
    case "do":
      return line(valueDoc(statement.value));
    case "for":
      return (
        line(concat(clauseDoc(statement.clause), ":")) + printStatements(statement.body, depth + 1)
      );
    case "refuse": {
      const test = line(concat("if ", valueDoc(statement.condition), ":"));
      const refusal = layout(`raise ValueError("${statement.message}")`, depth + 1);
      return `${test}${refusal}\n`;
    }
  }
}

/** A value that has no brackets of its own may get some, to be broken inside them. */
function valueDoc(value: Phrase): Doc {
  const doc = phraseDoc(value);
  return value.form === "atom" ? doc : breakable(doc);
}
