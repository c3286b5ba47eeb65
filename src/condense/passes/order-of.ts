import { bit, compare, truth, xor } from "../../program/build.ts";
import { opposite } from "../../program/comparison.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression } from "../../program/program.ts";
import { substitute } from "./variables.ts";

/** A condition that is a comparison: low < high, or low <= high. */
export interface Order {
  readonly low: Expression;
  readonly high: Expression;
  readonly isStrict: boolean;
  /** Of bits, said by logic: the low one is not 1 where the high one is, or is 1 only where that is. */
  readonly isOfBits: boolean;
}

/** How a condition, or a bit that is one, compares two values; undefined for others. */
export function orderOf(body: Expression): Order | undefined {
  if (body.kind === "bit") return orderOf(body.operand);
  if (body.kind === "not") return opposed(orderOf(body.operand));
  return body.kind === "compare" ? comparedOrder(body) : orderOfBits(body);
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

function comparedOrder({ left, operator, right }: Of<"compare">): Order | undefined {
  if (operator === "==" || operator === "!=") return undefined;
  const isStrict = operator === "<" || operator === ">";
  const isAscending = operator === "<" || operator === "<=";
  const [low, high] = isAscending ? [left, right] : [right, left];
  return { low, high, isStrict, isOfBits: false };
}

/** Where low < high does not hold, high <= low does. */
export function opposed(order: Order | undefined): Order | undefined {
  return order && { ...order, low: order.high, high: order.low, isStrict: !order.isStrict };
}

/** a & ~b is b < a, of bits. */
function orderOfBits(condition: Expression): Order | undefined {
  if (condition.kind !== "truth" || condition.operand.kind !== "and") return undefined;
  const [a, b, ...others] = condition.operand.operands;
  if (a === undefined || b === undefined || others.length > 0) return undefined;
  if ((a.kind === "not") === (b.kind === "not")) return undefined;
  const [low, high] = a.kind === "not" ? [a.operand, b] : [b.kind === "not" ? b.operand : b, a];
  return { low, high, isStrict: true, isOfBits: true };
}

/** With other expressions in place of variables. */
export function substituted(order: Order, values: ReadonlyMap<string, Expression>): Order {
  return {
    ...order,
    low: substitute(order.low, values),
    high: substitute(order.high, values),
  };
}

/** Does either of two conditions hold just where the values differ, and never both? a < b, b < a */
export function areOpposite(a: Order, b: Order): boolean {
  const isStrict = a.isStrict && b.isStrict && a.isOfBits === b.isOfBits;
  return isStrict && isSame(a.low, b.high) && isSame(a.high, b.low);
}

/** Does a condition, but not the other one, hold just where the values are equal? a <= b, a < b */
export function isBroader(a: Order, b: Order): boolean {
  return !a.isStrict && b.isStrict && isSame(a.low, b.low) && isSame(a.high, b.high);
}

/** The values differ. */
export function differ(order: Order): Expression {
  const [first, second] = inReadingOrder(order);
  return order.isOfBits ? truth(xor(first, second)) : compare(first, "!=", second);
}

/** The values are equal. */
export function areEqual(order: Order): Expression {
  const [first, second] = inReadingOrder(order);
  return compare(first, "==", second);
}

/** What holds where a condition does not, where that is as easily said; else undefined. */
export function denied(condition: Expression): Expression | undefined {
  if (condition.kind === "bit") {
    const inner = denied(condition.operand);
    return inner && bit(inner);
  }
  if (condition.kind === "not") return condition.operand;
  if (condition.kind === "compare") {
    return { ...condition, operator: opposite[condition.operator] };
  }
  if (condition.kind !== "truth" || condition.operand.kind !== "xor") return undefined;
  const [a, b, ...others] = condition.operand.operands;
  return others.length > 0 ? undefined : compare(a!, "==", b!);
}

/** What is written shorter first: x[i] before x[i + 1]. */
function inReadingOrder({ low, high }: Order): readonly [Expression, Expression] {
  const [a, b] = [JSON.stringify(low), JSON.stringify(high)];
  const isInOrder = a.length === b.length ? a < b : a.length < b.length;
  return isInOrder ? [low, high] : [high, low];
}
