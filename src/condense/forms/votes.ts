import { add, and, bit, compare, integer, multiply, not, or } from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";

/** A condition, or what it always is. */
export type Condition = Expression | boolean;

/** A weight that counts where a condition holds. */
export interface Vote {
  readonly condition: Condition;
  readonly weight: number;
}

/** Where votes and a constant sum up to more than zero: all, any, or at least so many. */
export function decide(votes: readonly Vote[], constant: number): Condition {
  const bias = votes.reduce((sum, v) => sum + (v.condition === true ? v.weight : 0), constant);
  const open = merged(
    votes
      .filter((vote): vote is OpenVote => typeof vote.condition !== "boolean")
      // weight * [c] -> weight - weight * [not c]
      .map((vote) =>
        vote.weight > 0 ? vote : { condition: negation(vote.condition), weight: -vote.weight },
      ),
  );
  const moved = votes.reduce(
    (sum, { condition, weight }) =>
      sum + (typeof condition !== "boolean" && weight < 0 ? weight : 0),
    bias,
  );
  const most = open.reduce((sum, { weight }) => sum + weight, moved);
  const least = open.reduce((lowest, { weight }) => Math.min(lowest, weight), Infinity);
  if (most <= 0) return false;
  if (moved > 0) return true;
  const conditions = open.map(({ condition }) => condition);
  if (most - least <= 0) return joined("and", conditions);
  if (moved + least > 0) return joined("or", conditions);
  const terms = open.map(({ condition, weight }) =>
    weight === 1 ? bit(condition) : multiply(integer(weight), bit(condition)),
  );
  return compare(add(...terms), ">", integer(-moved));
}

/** Votes on the same condition are one. */
function merged(votes: readonly OpenVote[]): OpenVote[] {
  const byText = new Map<string, OpenVote>();
  for (const { condition, weight } of votes) {
    const text = JSON.stringify(condition);
    byText.set(text, { condition, weight: weight + (byText.get(text)?.weight ?? 0) });
  }
  return [...byText.values()];
}

interface OpenVote {
  readonly condition: Expression;
  readonly weight: number;
}

/** Conditions of the same kind inside are opened up, and repeated ones said once. */
function joined(kind: "and" | "or", conditions: readonly Expression[]): Expression {
  const flat = conditions.flatMap((each) => (each.kind === kind ? each.operands : [each]));
  const distinct = [...new Map(flat.map((each) => [JSON.stringify(each), each])).values()];
  distinct.sort((a, b) => Number(isUpperBound(a)) - Number(isUpperBound(b)));
  const operands = kind === "and" ? withEqualities(distinct) : distinct;
  if (operands.length === 1) return operands[0]!;
  return kind === "and" ? and(...operands) : or(...operands);
}

/** Readers expect "at least" before "at most". */
function isUpperBound(condition: Expression): boolean {
  return condition.kind === "compare" && condition.operator.startsWith("<");
}

function negation(condition: Expression): Expression {
  if (condition.kind === "not") return condition.operand;
  if (condition.kind !== "compare" || condition.right.kind !== "integer") return not(condition);
  const { left, operator, right } = condition;
  // not (a >= k) -> a <= k - 1, not (a <= k) -> a >= k + 1
  if (operator === ">=") return compare(left, "<=", integer(right.value - 1));
  if (operator === "<=") return compare(left, ">=", integer(right.value + 1));
  return not(condition);
}

/** a >= b and b >= a -> a == b */
function withEqualities(conditions: readonly Expression[]): Expression[] {
  const merged = new Set<Expression>();
  return conditions.flatMap((condition) => {
    if (merged.has(condition)) return [];
    const other = conditions.find((each) => isSameBound(condition, each));
    if (other === undefined || condition.kind !== "compare") return [condition];
    merged.add(other);
    return [{ ...condition, operator: "==" as const }];
  });
}

function isSameBound(low: Expression, high: Expression): boolean {
  const [a, b] = [lowerBound(low), lowerBound(high)];
  return a !== undefined && b !== undefined && a.larger === b.smaller && a.smaller === b.larger;
}

/** `larger >= smaller`, as text. */
function lowerBound(condition: Expression) {
  if (condition.kind !== "compare") return undefined;
  const [left, right] = [JSON.stringify(condition.left), JSON.stringify(condition.right)];
  if (condition.operator === ">=") return { larger: left, smaller: right };
  return condition.operator === "<=" ? { larger: right, smaller: left } : undefined;
}
