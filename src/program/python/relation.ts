import { idiomatic } from "../idiom.ts";
import type { Comparison, Expression } from "../program.ts";

type Quantifier = Extract<Expression, { readonly kind: "any" | "all" }>;
type Compare = Extract<Expression, { readonly kind: "compare" }>;

/** Does any pair of numbers, or do all of them, compare so? */
export type Related = Quantifier & { readonly body: Compare };

/** "Any" or "all" of a relation of two bits, as a comparison: `any(a & ~b)` is `any(a > b)`. */
export function ofRelation(
  quantifier: Quantifier,
  truths: ReadonlySet<string>,
): Related | undefined {
  const body = relationOf(idiomatic(quantifier.body, truths), truths);
  return body && { ...quantifier, body };
}

/** How a condition compares two numbers; undefined where it is of another kind. */
function relationOf(condition: Expression, truths: ReadonlySet<string>): Compare | undefined {
  if (condition.kind === "compare") return condition;
  if (condition.kind !== "truth") return undefined;
  const logic = idiomatic(condition.operand, truths);
  if (logic.kind !== "and" && logic.kind !== "or" && logic.kind !== "xor") return undefined;
  const [a, b, ...others] = logic.operands.map((operand) => idiomatic(operand, truths));
  const isNegated = logic.kind === "xor" && others.length === 1 && isOne(others[0]!);
  if (a === undefined || b === undefined || (others.length > 0 && !isNegated)) return undefined;
  if (a.kind === "bit" || b.kind === "bit") return undefined;
  const relation = (operator: Comparison, left: Expression, right: Expression): Compare => ({
    kind: "compare",
    operator,
    left,
    right,
  });
  // a ^ b -> a != b, a ^ b ^ 1 -> a == b
  if (logic.kind === "xor") return relation(isNegated ? "==" : "!=", a, b);
  // a & ~b -> a > b, a | ~b -> a >= b
  const operator = logic.kind === "and" ? ">" : ">=";
  if (b.kind === "not") return relation(operator, a, b.operand);
  return a.kind === "not" ? relation(operator, b, a.operand) : undefined;
}

function isOne(expression: Expression): boolean {
  return expression.kind === "integer" && expression.value === 1;
}
