import type { Expression } from "../../program/program.ts";
import { rebuild } from "../../program/rebuild.ts";

/** Between which integers a cell or a carried integer always is. */
export interface Bounds {
  /** Of the array or of what is carried. */
  readonly name: string;
  readonly low: number;
  readonly high: number;
}

/** `state >= 3` is `state == 3` where 3 is the most that there is: comparisons that mean one value say so. */
export function atBounds(expression: Expression, known: readonly Bounds[]): Expression {
  const plain = rebuild(expression, { expression: (part) => atBounds(part, known) });
  if (plain.kind !== "compare") return plain;
  const { left, operator, right } = plain;
  const name = left.kind === "element" ? left.array : left.kind === "variable" ? left.name : "";
  const bounds = known.find((each) => each.name === name);
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
