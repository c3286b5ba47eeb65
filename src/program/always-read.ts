import { partsOf } from "./parts.ts";
import type { Expression, Program } from "./program.ts";

/** The elements that every run of a program reads, whatever its inputs hold. */
export function alwaysRead({
  body,
}: Pick<Program, "body">): readonly Extract<Expression, { readonly kind: "element" }>[] {
  const read: Extract<Expression, { readonly kind: "element" }>[] = [];
  const visit = (expression: Expression): void => {
    if (expression.kind === "element") read.push(expression);
    for (const part of alwaysIn(expression)) visit(part);
  };
  for (const { value } of body.lets) visit(value);
  visit(body.result);
  return read;
}

/** The parts that are computed wherever the expression is; what is repeated may be repeated no time. */
function alwaysIn(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "if":
      return [expression.condition];
    case "and":
    case "or":
      return expression.operands.slice(0, 1);
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
    case "table":
    case "scan":
    case "fold":
      return [];
    default:
      return partsOf(expression);
  }
}
