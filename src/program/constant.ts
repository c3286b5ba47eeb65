import type { Expression } from "./program.ts";

/** Is it a number that is written down, or an array of them? */
export function isConstant(expression: Expression): boolean {
  if (expression.kind === "list") return expression.items.every(isConstant);
  return expression.kind === "integer" || expression.kind === "number";
}
