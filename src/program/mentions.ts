import { partsOf } from "./parts.ts";
import type { Expression } from "./program.ts";

/** Does an expression use any of these names? */
export function mentions(expression: Expression, names: readonly string[]): boolean {
  return isNamed(expression, names) || partsOf(expression).some((part) => mentions(part, names));
}

function isNamed(expression: Expression, names: readonly string[]): boolean {
  if (expression.kind === "variable" || expression.kind === "size") {
    return names.includes(expression.name);
  }
  const isArray = expression.kind === "element" || expression.kind === "pad";
  return isArray && names.includes(expression.array);
}
