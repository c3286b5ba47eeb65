import { type Phrase, partsOfPhrase } from "./phrase.ts";
import type { Statement } from "./statement.ts";

/** Is a name read at one place only, and there only once, rather than at every turn of a loop? */
export function isReadOnce(name: string, statements: readonly Statement[]): boolean {
  return readingsIn(statements, name) === 1;
}

/** How often a name is read; what stands in a loop counts twice. */
function readingsIn(statements: readonly Statement[], name: string): number {
  return total(statements.map((statement) => readingsOf(statement, name)));
}

function readingsOf(statement: Statement, name: string): number {
  switch (statement.kind) {
    case "assign":
    case "return":
    case "do":
      return readings(statement.value, name);
    case "for":
      return readings(statement.clause.iterable, name) + 2 * readingsIn(statement.body, name);
    case "refuse":
      return readings(statement.condition, name);
  }
}

function readings(phrase: Phrase, name: string): number {
  switch (phrase.kind) {
    case "word":
      return phrase.text === name ? 1 : 0;
    case "comprehension": {
      // Only what the first loop goes along is read before all turns.
      const [first, ...others] = phrase.clauses;
      const inside = [phrase.item, ...others.map(({ iterable }) => iterable)];
      return (
        readings(first!.iterable, name) + 2 * total(inside.map((each) => readings(each, name)))
      );
    }
    case "lambda":
      return 2 * readings(phrase.body, name);
    default:
      return total(partsOfPhrase(phrase).map((part) => readings(part, name)));
  }
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
