import { choose, integer, not } from "../../program/build.ts";
import type { Block, Expression, Program } from "../../program/program.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { rebuild } from "../../program/rebuild.ts";

/**
 * Says one decision after the other where the largest of a few values is looked for, and each of these is
 * one of two constants: the value that wins whenever its condition holds is asked for first.
 *
 * Of both forms the one that is shorter to read stays.
 */
export function sayDecisions(program: Program): Program {
  const decided = { ...program, body: decidedBlock(program.body) };
  return readingCost(decided) < readingCost(program) ? decided : program;
}

function decidedBlock(block: Block): Block {
  const { lets, result } = block;
  const inner = {
    ...block,
    lets: lets.map((each) => ({ ...each, value: decidedIn(each.value) })),
    result: decidedIn(result),
  };
  const items = itemsOf(inner);
  const decision = items && decisionOf(items);
  return decision === undefined
    ? inner
    : { ...inner, lets: inner.lets.slice(0, -1), result: decision };
}

function decidedIn(expression: Expression): Expression {
  return rebuild(expression, { expression: decidedIn, block: decidedBlock });
}

const MOST_ITEMS = 12;

/** What the last named list holds, where the result is the place of its largest item and nothing else reads it. */
function itemsOf({ lets, result }: Block): readonly Expression[] | undefined {
  const last = lets.at(-1);
  if (last?.value.kind !== "list" || last.value.items.length > MOST_ITEMS) return undefined;
  const { items } = last.value;
  if (result.kind !== "argmax" || !isWholeRange(result.range, items.length)) return undefined;
  const { body, range } = result;
  const [index, ...others] = body.kind === "element" ? body.indices : [];
  const isItem =
    body.kind === "element" &&
    body.array === last.name &&
    others.length === 0 &&
    index?.kind === "variable" &&
    index.name === range.variable;
  return isItem ? items : undefined;
}

function isWholeRange({ from, to }: { from: Expression; to: Expression }, length: number): boolean {
  return (
    from.kind === "integer" && from.value === 0 && to.kind === "integer" && to.value === length
  );
}

/** A value that is `high` where a condition holds, else `low`; a constant has no condition. */
interface Choice {
  readonly place: number;
  readonly low: number;
  readonly high: number;
  readonly condition?: Expression;
}

/** The place of the largest item, the first on a tie; undefined where it takes more than such decisions. */
function decisionOf(items: readonly Expression[]): Expression | undefined {
  const choices = items.map((item, place) => choiceOf(item, place));
  return choices.every((choice) => choice !== undefined) ? placeOf(choices) : undefined;
}

function placeOf(all: readonly Choice[]): Expression | undefined {
  const choices = all.filter(
    (choice) => !all.some((other) => beats(other, other.low, choice, choice.high)),
  );
  const [only, ...others] = choices;
  if (others.length === 0) return integer(only!.place);
  for (const choice of choices) {
    const rest = choices.filter((other) => other !== choice);
    const isSure = rest.every((other) => beats(choice, choice.high, other, other.high));
    const isOut = rest.some((other) => beats(other, other.low, choice, choice.low));
    if (choice.condition === undefined || !isSure || !isOut) continue;
    const otherwise = placeOf(rest);
    if (otherwise === undefined) return undefined;
    return choose(choice.condition, integer(choice.place), otherwise);
  }
  return undefined;
}

/** Is one value chosen before another, of which the first wins a tie? */
function beats(a: Choice, value: number, b: Choice, other: number): boolean {
  return a !== b && (value > other || (value === other && a.place < b.place));
}

function choiceOf(item: Expression, place: number): Choice | undefined {
  switch (item.kind) {
    case "integer":
    case "number":
      return { place, low: item.value, high: item.value };
    case "bit":
      return { place, low: 0, high: 1, condition: item.operand };
    case "if": {
      const { condition, then, otherwise } = item;
      if (then.kind !== "integer" || otherwise.kind !== "integer") return undefined;
      return ordered({ place, low: otherwise.value, high: then.value, condition });
    }
    case "multiply": {
      const { left, right } = item;
      const inner = choiceOf(right, place);
      if (left.kind !== "integer" || inner === undefined) return undefined;
      return ordered({ ...inner, low: left.value * inner.low, high: left.value * inner.high });
    }
    case "add": {
      const moving = item.terms.filter((term) => term.kind !== "integer");
      const inner = moving.length === 1 ? choiceOf(moving[0]!, place) : undefined;
      if (inner === undefined) return undefined;
      const more = item.terms.reduce(
        (sum, term) => sum + (term.kind === "integer" ? term.value : 0),
        0,
      );
      return { ...inner, low: inner.low + more, high: inner.high + more };
    }
    default:
      return undefined;
  }
}

/** With the larger value as the one of the condition. */
function ordered(choice: Choice): Choice {
  const { low, high, condition } = choice;
  if (low <= high || condition === undefined) return choice;
  return { ...choice, low: high, high: low, condition: not(condition) };
}
