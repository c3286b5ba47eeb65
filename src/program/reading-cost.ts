import { partsOf } from "./parts.ts";
import type { Expression, Program } from "./program.ts";
import { tokens } from "./size.ts";

/**
 * What a program costs its reader: its tokens, three more for every product, because weighing is harder
 * than counting, and four for a sum over ranges inside something that has no name. Of two programs the
 * cheaper one is kept, everywhere.
 */
export function readingCost(program: Program): number {
  const { lets, result } = program.body;
  const extra = [...lets.map(({ value }) => value), result].map(difficulty);
  return extra.reduce((sum, each) => sum + each, tokens(program));
}

function difficulty(expression: Expression): number {
  const named = expression.kind === "table" ? expression.body.lets.map(({ value }) => value) : [];
  const own = expression.kind === "multiply" ? 3 : expression.kind === "sum" ? 4 : 0;
  const parts = partsOf(expression).map(difficulty);
  return parts.reduce((sum, each) => sum + each, own) - 4 * named.filter(isSum).length;
}

/** A sum over ranges, or one from which something is taken away. */
function isSum(expression: Expression): boolean {
  return expression.kind === "subtract" ? isSum(expression.left) : expression.kind === "sum";
}
