import type { Expression, Range } from "./program.ts";

/** The expressions of which an expression is directly made, in the order in which they are written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "integer":
    case "number":
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
    case "divide":
    case "compare":
      return [expression.left, expression.right];
    case "power":
      return [expression.exponent];
    case "member":
      return [expression.value];
    case "and":
    case "or":
    case "xor":
      return expression.operands;
    case "sign":
    case "not":
    case "bit":
    case "truth":
      return [expression.operand];
    case "if":
      return [expression.condition, expression.then, expression.otherwise];
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
      return [...boundsOf(expression.ranges), expression.body];
    case "table": {
      const { lets, result } = expression.body;
      return [...boundsOf(expression.ranges), ...lets.map(({ value }) => value), result];
    }
    case "scan": {
      const { range, carried, body, end } = expression;
      return [
        ...boundsOf([range]),
        ...body.lets.map(({ value }) => value),
        body.result,
        ...carried.map(({ next }) => next),
        ...(end === undefined ? [] : [end]),
      ];
    }
    case "fold": {
      const { range, lets, carried, end } = expression;
      const nexts = carried.map(({ next }) => next);
      return [...boundsOf([range]), ...lets.map(({ value }) => value), ...nexts, end];
    }
    case "argmax":
    case "argmin":
      return [...boundsOf([expression.range]), expression.body];
    case "list":
      return expression.items;
    case "softmax":
      return [expression.logits];
  }
}

function boundsOf(ranges: readonly Range[]): Expression[] {
  return ranges.flatMap(({ from, to }) => [from, to]);
}
