import type { Comparison, Expression } from "./program.ts";

type Compare = Extract<Expression, { readonly kind: "compare" }>;

/** A comparison with the constant last, and without a sign where the number itself may be compared. */
export function plainComparison(compare: Compare): Compare {
  return signComparison(constantLast(compare));
}

/** What holds where a comparison does not. */
export const opposite: Readonly<Record<Comparison, Comparison>> = {
  "<": ">=",
  "<=": ">",
  "==": "!=",
  "!=": "==",
  ">=": "<",
  ">": "<=",
};

/** 0 < a -> a > 0. */
function constantLast(compare: Compare): Compare {
  const { left, operator, right } = compare;
  if (!isConstant(left) || isConstant(right)) return compare;
  return { kind: "compare", left: right, operator: mirrored[operator], right: left };
}

const mirrored: Readonly<Record<Comparison, Comparison>> = {
  "<": ">",
  "<=": ">=",
  "==": "==",
  "!=": "!=",
  ">=": "<=",
  ">": "<",
};

function isConstant({ kind }: Expression): boolean {
  return kind === "integer" || kind === "number";
}

/** sign(a) > 0 -> a > 0, sign(a) == 1 -> a > 0, sign(a) != -1 -> a >= 0. */
function signComparison(compare: Compare): Compare {
  const { left, operator, right } = compare;
  if (left.kind !== "sign" || right.kind !== "integer") return compare;
  const simpler = right.value === 0 ? operator : besideExtreme(operator, right.value);
  if (simpler === undefined) return compare;
  const zero: Expression = { kind: "integer", value: 0 };
  return { kind: "compare", left: left.operand, operator: simpler, right: zero };
}

/** How a comparison of a sign with 1 or -1 compares the number itself with 0. */
function besideExtreme(operator: Comparison, extreme: number): Comparison | undefined {
  if (extreme === -1) {
    const opposite = besideExtreme(mirrored[operator], 1);
    return opposite && mirrored[opposite];
  }
  if (extreme !== 1) return undefined;
  if (operator === "==" || operator === ">=") return ">";
  return operator === "!=" || operator === "<" ? "<=" : undefined;
}
