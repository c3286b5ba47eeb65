import { integer } from "../build.ts";
import { idiomatic, isSame } from "../idiom.ts";
import type { Expression } from "../program.ts";

/** A number as Python counts, for which truths are 0 and 1. */
export function asNumber(expression: Expression, truths: ReadonlySet<string>): Expression {
  const plain = idiomatic(expression, truths);
  // bit(t) -> t
  return plain.kind === "bit" ? (oddness(plain.operand, truths) ?? plain.operand) : plain;
}

/** What a number leaves when it is divided by 2, where a condition asks whether that is 1. */
export function oddness(
  condition: Expression,
  truths: ReadonlySet<string>,
): Expression | undefined {
  const plain = idiomatic(condition, truths);
  if (plain.kind !== "compare" || plain.operator !== "==") return undefined;
  const { left, right } = plain;
  const isOdd = left.kind === "modulo" && isSame([left.right, right], [integer(2), integer(1)]);
  return isOdd ? left : undefined;
}
