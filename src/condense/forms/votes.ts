import { add, and, bit, compare, integer, multiply, not, or } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression } from "../../program/program.ts";

/** A condition, or what it always is. */
export type Condition = Expression | boolean;

/** A weight that counts where a condition holds. */
export interface Vote {
  readonly condition: Condition;
  readonly weight: number;
}

/** Where votes and a constant sum up to more than zero: all, any, or at least so many. */
export function decide(given: readonly Vote[], start: number): Condition {
  const { votes, constant } = withDifferences(given, start);
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

/** [a > b] + [b > a] -> [a != b], and [a >= b] + [b >= a] -> 1 + [a == b] */
function withDifferences(
  votes: readonly Vote[],
  constant: number,
): { readonly votes: readonly Vote[]; readonly constant: number } {
  for (const [k, { condition, weight }] of votes.entries()) {
    const contrary = typeof condition === "boolean" ? undefined : contraryOf(condition);
    if (contrary === undefined) continue;
    const at = votes.findIndex(
      (other, j) => j > k && other.weight === weight && isSame(other.condition, contrary),
    );
    if (at < 0) continue;
    const isStrict = contrary.operator.length === 1;
    const merged = compare(contrary.right, isStrict ? "!=" : "==", contrary.left);
    const rest = votes.with(k, { condition: merged, weight }).toSpliced(at, 1);
    return withDifferences(rest, isStrict ? constant : constant + weight);
  }
  return { votes, constant };
}

/** a > b -> b > a */
function contraryOf(condition: Expression): Comparing | undefined {
  if (condition.kind !== "compare") return undefined;
  const { left, operator, right } = condition;
  const isOrder = operator !== "==" && operator !== "!=";
  return isOrder ? { ...condition, left: right, right: left } : undefined;
}

type Comparing = Extract<Expression, { readonly kind: "compare" }>;

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

/** What holds where a condition does not, in the fewest words. */
export function negation(condition: Expression): Expression {
  switch (condition.kind) {
    case "not":
      return condition.operand;
    case "compare":
      return contrary(condition);
    case "and":
    case "or": {
      const { kind, operands } = condition;
      // not (a or b) -> not a and not b
      if (!operands.every(isTurnable)) return not(condition);
      return joined(kind === "and" ? "or" : "and", operands.map(negation));
    }
    default:
      return not(condition);
  }
}

/** Is what holds where a condition does not as short as the condition? */
export function isTurnable({ kind }: Expression): boolean {
  return kind === "compare" || kind === "not";
}

function contrary(condition: Comparing): Expression {
  const { left, operator, right } = condition;
  if (operator === "==") return compare(left, "!=", right);
  if (operator === "!=") return compare(left, "==", right);
  if (right.kind !== "integer") return not(condition);
  // not (a >= k) -> a <= k - 1, not (a <= k) -> a >= k + 1
  if (operator === ">=" && right.value > 0) return compare(left, "<=", integer(right.value - 1));
  if (operator === "<=" && right.value >= -1) return compare(left, ">=", integer(right.value + 1));
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
