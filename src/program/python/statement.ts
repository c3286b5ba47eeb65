import { PAGE_WIDTH } from "../page-width.ts";
import type { Clause, Phrase } from "./phrase.ts";

/** A statement of Python, before it is laid out in lines. */
export type Statement =
  | { readonly kind: "assign"; readonly target: Phrase; readonly value: Phrase }
  | { readonly kind: "return"; readonly value: Phrase }
  | { readonly kind: "do"; readonly value: Phrase }
  | { readonly kind: "for"; readonly clause: Clause; readonly body: readonly Statement[] }
  /** `if condition: raise ValueError("...")`. */
  | { readonly kind: "refuse"; readonly condition: Phrase; readonly message: string };

/** A function of Python. */
export interface PythonFunction {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: readonly Statement[];
}

/** Spaces of one indentation. */
export const INDENT = 4;

/** The tokens of a function without its docstring. */
export function functionTokens({ parameters, body }: PythonFunction): number {
  const commas = Math.max(0, parameters.length - 1);
  return 5 + parameters.length + commas + bodyTokens(body, 1);
}

/** The phrases that statements hold, in the order in which they are written. */
export function phrasesOf(statements: readonly Statement[]): readonly Phrase[] {
  return statements.flatMap(phrasesIn);
}

function phrasesIn(statement: Statement): readonly Phrase[] {
  switch (statement.kind) {
    case "assign":
      return [statement.target, statement.value];
    case "return":
    case "do":
      return [statement.value];
    case "for":
      return [statement.clause.target, statement.clause.iterable, ...phrasesOf(statement.body)];
    case "refuse":
      return [statement.condition];
  }
}

function bodyTokens(body: readonly Statement[], depth: number): number {
  return body.reduce((sum, statement) => sum + statementTokens(statement, depth), 0);
}

function statementTokens(statement: Statement, depth: number): number {
  switch (statement.kind) {
    case "assign":
      return (
        statement.target.tokens + 1 + valueTokens(statement.value, assignWidth(statement), depth)
      );
    case "return":
      return 1 + valueTokens(statement.value, "return ".length, depth);
    case "do":
      return valueTokens(statement.value, 0, depth);
    case "for": {
      const { target, iterable } = statement.clause;
      return 3 + target.tokens + iterable.tokens + bodyTokens(statement.body, depth + 1);
    }
    case "refuse":
      return 2 + valueTokens(statement.condition, "if :".length, depth) + 5;
  }
}

function assignWidth({ target }: { readonly target: Phrase }): number {
  return target.width + " = ".length;
}

/** A value that does not fit on its line gets parentheses, unless it has brackets of its own. */
function valueTokens(value: Phrase, beside: number, depth: number): number {
  const isWide = depth * INDENT + beside + value.width > PAGE_WIDTH;
  return value.tokens + (isWide && value.form !== "atom" ? 2 : 0);
}
