import type { Carried, Expression } from "../../program/program.ts";
import { rebuild } from "../../program/rebuild.ts";

/** `state >= 3` is `state == 3` where 3 is the most that is carried: comparisons that mean one value say so. */
export function atBounds(expression: Expression, carried: readonly Carried[]): Expression {
  const plain = rebuild(expression, { expression: (part) => atBounds(part, carried) });
  if (plain.kind !== "compare" || plain.left.kind !== "variable") return plain;
  const { left, operator, right } = plain;
  const bounds = carried.find(({ name }) => name === left.name);
  if (bounds === undefined || right.kind !== "integer") return plain;
  const { low, high } = bounds;
  const equal = (value: number): Expression => ({
    ...plain,
    operator: "==",
    right: { kind: "integer", value },
  });
  // Bits are read as truths elsewhere.
  if (high - low < 2) return plain;
  const { value } = right;
  switch (operator) {
    case "<=":
      return value === low ? equal(low) : plain;
    case "<":
      return value === low + 1 ? equal(low) : plain;
    case ">=":
      return value === high ? equal(high) : plain;
    case ">":
      return value === high - 1 ? equal(high) : plain;
    case "==":
    case "!=":
      return plain;
  }
}
