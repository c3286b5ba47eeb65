import { bit, truth } from "../build.ts";
import { opposite } from "../comparison.ts";
import type { Comparison, Expression } from "../program.ts";

/** Logic on bits that are truths, as logic on those truths; what is no such logic stays. */
export function plainLogic(expression: Expression): Expression {
  switch (expression.kind) {
    case "truth":
      // truth(bit(t)) -> t
      return expression.operand.kind === "bit" ? expression.operand.operand : expression;
    case "bit":
      // bit(truth(b)) -> b
      return expression.operand.kind === "truth" ? expression.operand.operand : expression;
    case "not":
      return negation(expression.operand);
    case "and":
    case "or":
    case "xor": {
      // bit(t) and b -> bit(t and truth(b))
      if (!expression.operands.some(({ kind }) => kind === "bit")) return expression;
      const operands = expression.operands.map(asTruth);
      return bit({ ...expression, operands });
    }
    case "compare":
      return comparisonOfBit(expression);
    default:
      return expression;
  }
}

function asTruth(operand: Expression): Expression {
  if (operand.kind === "bit") return operand.operand;
  return operand.kind === "not" ? negation(asTruth(operand.operand)) : truth(operand);
}

function negation(operand: Expression): Expression {
  // not bit(t) -> bit(not t)
  if (operand.kind === "bit") return bit(negation(operand.operand));
  // not (a == b) -> a != b
  if (operand.kind === "compare") return { ...operand, operator: opposite[operand.operator] };
  return operand.kind === "not" ? operand.operand : { kind: "not", operand };
}

type Compare = Extract<Expression, { readonly kind: "compare" }>;

/** bit(t) == 1 -> t, bit(t) < 1 -> not t */
function comparisonOfBit(compare: Compare): Expression {
  const { operator, left, right } = compare;
  if (left.kind !== "bit" || right.kind !== "integer") return compare;
  const [ifFalse, ifTrue] = [0, 1].map((value) => holds(value, operator, right.value));
  if (ifFalse === ifTrue) return compare;
  return ifTrue ? left.operand : negation(left.operand);
}

function holds(left: number, operator: Comparison, right: number): boolean {
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
