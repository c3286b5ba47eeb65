import type { Expression, Range } from "./program.ts";

/** The expressions of which an expression is directly made, in the order in which they are written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "integer":
    case "size":
    case "variable":
    case "pad":
      return [];
    case "element":
      return expression.indices;
    case "add":
      return expression.terms;
    case "subtract":
    case "multiply":
    case "modulo":
    case "compare":
      return [expression.left, expression.right];
    case "member":
      return [expression.value];
    case "and":
    case "or":
    case "xor":
      return expression.operands;
    case "not":
    case "bit":
    case "truth":
      return [expression.operand];
    case "if":
      return [expression.condition, expression.then, expression.otherwise];
    case "sum":
      return [...boundsOf(expression.ranges), expression.body];
    case "table": {
      const { lets, result } = expression.body;
      return [...boundsOf(expression.ranges), ...lets.map(({ value }) => value), result];
    }
    case "list":
      return expression.items;
  }
}

function boundsOf(ranges: readonly Range[]): Expression[] {
  return ranges.flatMap(({ from, to }) => [from, to]);
}
