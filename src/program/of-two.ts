import { isSame } from "./idiom.ts";
import type { Expression } from "./program.ts";
import { minus } from "./python/linear.ts";

type Choice = Extract<Expression, { readonly kind: "if" }>;

/** A function of one number or of two. */
export interface Call {
  readonly name: "max" | "min" | "abs";
  readonly arguments: readonly Expression[];
}

/** What a choice between the two numbers that it compares comes to; undefined where it chooses something else. */
export function ofTwo({ condition, then, otherwise }: Choice): Call | undefined {
  const pair = ordered(condition);
  if (pair === undefined) return undefined;
  const { low, high } = pair;
  if (isSame(then, high) && isSame(otherwise, low)) {
    return { name: "max", arguments: [then, otherwise] };
  }
  if (isSame(then, low) && isSame(otherwise, high)) {
    return { name: "min", arguments: [then, otherwise] };
  }
  const zero: Expression = { kind: "integer", value: 0 };
  const isDistance =
    isSame(minus(then, zero), minus(high, low)) && isSame(minus(otherwise, zero), minus(low, high));
  if (!isDistance) return undefined;
  // abs(a - 0) -> abs(a)
  const distance = pair.isAscending ? otherwise : then;
  return { name: "abs", arguments: [isSame(low, zero) ? high : distance] };
}

/** The numbers that a condition compares: where it holds, the one is not above the other. */
function ordered(condition: Expression) {
  if (condition.kind !== "compare") return undefined;
  const { operator, left, right } = condition;
  if (operator === "<" || operator === "<=") return { low: left, high: right, isAscending: true };
  if (operator === ">" || operator === ">=") return { low: right, high: left, isAscending: false };
  return undefined;
}
