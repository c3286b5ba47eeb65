import { partsOf } from "./parts.ts";
import type { Expression, Program } from "./program.ts";
import { tokens } from "./size.ts";

/**
 * What a program costs its reader: its tokens, three more for every product, because weighing is harder
 * than counting, and four for every axis of a sum over ranges that stands inside something without a
 * name. Of two programs the cheaper one is kept, everywhere.
 */
export function readingCost(program: Program): number {
  const { lets, result } = program.body;
  const extra = [...lets.map(({ value }) => value), result].map(difficulty);
  return extra.reduce((sum, each) => sum + each, tokens(program));
}

function difficulty(expression: Expression): number {
  const named = expression.kind === "table" ? expression.body.lets.map(({ value }) => value) : [];
  const own = expression.kind === "multiply" ? 3 : sumDifficulty(expression);
  const parts = partsOf(expression).map(difficulty);
  const relief = named.reduce((sum, value) => sum + sumDifficulty(value), 0);
  return parts.reduce((sum, each) => sum + each, own - relief);
}

/** Four for every axis of a sum over ranges. */
function sumDifficulty(expression: Expression): number {
  return expression.kind === "sum" ? 4 * expression.ranges.length : 0;
}
