import type { Expression } from "../program/program.ts";

/** The last value below an end that is one more than a name: `i` for `i + 1`. */
export function lastOf(to: Expression): Expression | undefined {
  if (to.kind !== "add" || to.terms.length !== 2) return undefined;
  const [name, one] = to.terms as readonly [Expression, Expression];
  if (one.kind !== "integer" || one.value !== 1) return undefined;
  return name.kind === "variable" || name.kind === "size" ? name : undefined;
}
