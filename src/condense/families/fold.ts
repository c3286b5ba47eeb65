import { bit, integer, truth } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Comparison, Expression } from "../../program/program.ts";

/** The same value, said as a constant where both sides of it are the same thing. */
export function fold(expression: Expression): Expression {
  switch (expression.kind) {
    case "compare": {
      const { left, operator, right } = expression;
      if (left.kind === "integer" && right.kind === "integer") {
        return truth(integer(holdsFor(left.value, operator, right.value) ? 1 : 0));
      }
      // a > a -> false, a >= a -> true
      if (!isSame(left, right)) return expression;
      const holds = operator === "==" || operator === ">=" || operator === "<=";
      return truth(integer(holds ? 1 : 0));
    }
    case "sign": {
      const { operand } = expression;
      // sign(a - a) -> 0
      const isZero = operand.kind === "subtract" && isSame(operand.left, operand.right);
      return isZero ? integer(0) : expression;
    }
    case "not": {
      const value = constantOf(expression.operand);
      return value === undefined ? expression : truth(integer(1 - value));
    }
    case "and":
    case "or": {
      const operands = expression.operands.map(fold);
      const deciding = expression.kind === "and" ? 0 : 1;
      if (operands.some((each) => constantOf(each) === deciding)) return truth(integer(deciding));
      return operands.every((each) => constantOf(each) === 1 - deciding)
        ? truth(integer(1 - deciding))
        : expression;
    }
    case "bit": {
      const value = constantOf(expression.operand);
      return value === undefined ? bit(expression.operand) : integer(value);
    }
    default:
      return expression;
  }
}

function holdsFor(left: number, operator: Comparison, right: number): boolean {
  switch (operator) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case ">=":
      return left >= right;
    case ">":
      return left > right;
  }
}

/** The integer that an expression always is, if it says so. */
export function constantOf(expression: Expression): number | undefined {
  if (expression.kind === "integer") return expression.value;
  if (expression.kind !== "truth" && expression.kind !== "bit") return undefined;
  return constantOf(expression.operand);
}
