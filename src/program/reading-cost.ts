import type { Program } from "./program.ts";
import { moduleTokens, pythonModule } from "./python/module.ts";
import { type Phrase, partsOfPhrase } from "./python/phrase.ts";
import type { Statement } from "./python/statement.ts";

/**
 * What a program costs its reader: its tokens in Python; three more for every product, because weighing
 * is harder than counting; four for every loop inside an expression, such as each `for` of a sum,
 * that stands within something larger rather than having a name or a line of its own; and eight for every
 * choice that hangs on another one. `sum(x)` is no loop. Of two programs the cheaper one is kept, everywhere.
 */
export function readingCost(program: Program): number {
  const printed = pythonModule(program);
  return printed.main.body.map(difficulty).reduce(add, moduleTokens(printed));
}

function difficulty(statement: Statement): number {
  switch (statement.kind) {
    case "assign":
    case "return":
      return difficultyOf(statement.value, true);
    case "do":
      // The one argument of `append` is a value with a line of its own.
      return partsOfPhrase(statement.value)
        .map((part) => difficultyOf(part, true))
        .reduce(add, 0);
    case "for":
      return statement.body
        .map(difficulty)
        .reduce(add, difficultyOf(statement.clause.iterable, true));
    case "refuse":
      return 0;
  }
}

function difficultyOf(phrase: Phrase, isAlone: boolean): number {
  const own = products(phrase) + choices(phrase) + (isAlone ? 0 : loops(phrase));
  // `for total in (sum(...),)` gives a name.
  const isNaming = phrase.kind === "tuple" && phrase.items.length === 1;
  return partsOfPhrase(phrase)
    .map((part) => difficultyOf(part, isNaming))
    .reduce(add, own);
}

/** Three for every product; `[0] * n` is none. */
function products(phrase: Phrase): number {
  if (phrase.kind !== "infix" || phrase.first.kind === "list") return 0;
  return 3 * phrase.rest.filter(([operator]) => operator === "*").length;
}

/** Eight for every choice that is a part of a choice. */
function choices(phrase: Phrase): number {
  if (phrase.kind !== "choice") return 0;
  const bare = (part: Phrase): Phrase => (part.kind === "parentheses" ? bare(part.body) : part);
  return 8 * partsOfPhrase(phrase).filter((part) => bare(part).kind === "choice").length;
}

/** Four for every loop of a call. */
function loops(phrase: Phrase): number {
  if (phrase.kind !== "call") return 0;
  return phrase.arguments.reduce((sum, argument) => {
    if (argument.kind === "comprehension") return sum + 4 * argument.clauses.length;
    return argument.kind === "keyword" ? sum + 4 : sum;
  }, 0);
}

function add(a: number, b: number): number {
  return a + b;
}
