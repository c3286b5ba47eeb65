import { any, bit, not, sum, variable } from "../../program/build.ts";
import type { Expression, Program, Range } from "../../program/program.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { rebuild, rebuildBlock } from "../../program/rebuild.ts";
import { areAlike } from "./alike-ranges.ts";
import { countAt, type Lengths } from "./count-at.ts";
import { anyOfBoth, countOfBoth, noneOfBoth } from "./either-of-bits.ts";
import {
  areEqual,
  areOpposite,
  denied,
  differ,
  isBroader,
  opposed,
  orderOf,
  substituted,
} from "./order-of.ts";
import { type SignedTerm, sayingSum, signedSumOf } from "./signed-sum.ts";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/**
 * Counts where two values differ at once, rather than where only the one is larger and where only the other
 * is; where none differs, all are equal. Of as many places as there are, those that do not differ are equal.
 *
 * Of both forms the one that is shorter to read stays. `lengths` are those of the network.
 */
export function sayDifferences(program: Program, lengths: Lengths = new Map()): Program {
  const visit = (expression: Expression): Expression => {
    const inner = rebuild(expression, { expression: visit });
    switch (inner.kind) {
      case "add":
      case "subtract":
        return joinedSum(inner, lengths);
      case "or":
      case "and":
        return joinedOperands(inner.kind, inner.operands);
      case "compare":
        return counted(inner) ?? inner;
      default:
        return inner;
    }
  };
  const said = { ...program, body: rebuildBlock(program.body, visit) };
  return readingCost(said) < readingCost(program) ? said : program;
}

function joinedSum(expression: Of<"add"> | Of<"subtract">, lengths: Lengths): Expression {
  const given = signedSumOf(expression);
  const terms = joined(given.terms, joinedTerm);
  const at = terms.findIndex(({ weight, of }) => {
    const count = of.kind === "sum" ? countAt(of.ranges, lengths) : undefined;
    return weight < 0 && given.constant === -weight * (count ?? 0);
  });
  // 6 - sum(a != b), where there are 6, is sum(a == b)
  const rest = at < 0 ? undefined : others(terms[at]!);
  if (rest !== undefined && given.constant > 0) {
    return sayingSum({ terms: terms.with(at, rest), constant: 0 });
  }
  return terms.length < given.terms.length ? sayingSum({ ...given, terms }) : expression;
}

/** The count of what a count does not count, as often added as that is taken away. */
function others({ weight, of }: SignedTerm): SignedTerm | undefined {
  if (of.kind !== "sum" || of.body.kind !== "bit") return undefined;
  const body = denied(of.body);
  return body && { weight: -weight, of: { ...of, body } };
}

function joinedOperands(kind: "and" | "or", operands: readonly Expression[]): Expression {
  const left = joined(operands, kind === "or" ? some : none);
  return left.length === 1 ? left[0]! : { kind, operands: left };
}

type Join = (first: Expression, second: Expression) => Expression | undefined;

/** Parts, of which those that go together are one. */
function joined<Part>(
  parts: readonly Part[],
  join: (first: Part, second: Part) => Part | undefined,
): Part[] {
  const left: Part[] = [];
  for (const part of parts) {
    const found = left.findIndex((other) => join(other, part) !== undefined);
    if (found < 0) left.push(part);
    else left[found] = join(left[found]!, part)!;
  }
  return left;
}

const some: Join = (first, second) =>
  differing(first, second) ?? someDiffering(first, second) ?? anyOfBoth(first, second);

const none: Join = (first, second) =>
  equal(first, second) ?? noneDiffering(first, second) ?? noneOfBoth(first, second);

function joinedTerm(first: SignedTerm, second: SignedTerm): SignedTerm | undefined {
  const both = first.weight === second.weight && countOfBoth(first.of, second.of);
  return joinedOrders(first, second) ?? (both ? { weight: first.weight, of: both } : undefined);
}

function joinedOrders(first: SignedTerm, second: SignedTerm): SignedTerm | undefined {
  if (first.of.kind !== "sum" || second.of.kind !== "sum") return undefined;
  const [a, b] = [orderOf(first.of.body), orderOfSecond(first.of, second.of)];
  if (a === undefined || b === undefined) return undefined;
  const { ranges } = first.of;
  // sum(a < b) + sum(b < a) -> sum(a != b)
  if (first.weight === second.weight && areOpposite(a, b)) {
    return { weight: first.weight, of: sum(ranges, bit(differ(a))) };
  }
  if (first.weight !== -second.weight) return undefined;
  // sum(a <= b) - sum(a < b) -> sum(a == b)
  const broader = isBroader(a, b) ? first : isBroader(b, a) ? second : undefined;
  return broader && { weight: broader.weight, of: sum(ranges, bit(areEqual(a))) };
}

/** a < b or b < a -> a != b */
function differing(first: Expression, second: Expression): Expression | undefined {
  const [a, b] = [orderOf(first), orderOf(second)];
  if (a === undefined || b === undefined || a.isOfBits) return undefined;
  return areOpposite(a, b) ? differ(a) : undefined;
}

/** a <= b and b <= a -> a == b */
function equal(first: Expression, second: Expression): Expression | undefined {
  const [a, b] = [opposed(orderOf(first)), opposed(orderOf(second))];
  if (a === undefined || b === undefined || a.isOfBits) return undefined;
  return areOpposite(a, b) ? areEqual(a) : undefined;
}

/** any(a < b) or any(b < a) -> any(a != b) */
function someDiffering(first: Expression, second: Expression): Expression | undefined {
  if (first.kind !== "any" || second.kind !== "any") return undefined;
  const [a, b] = [orderOf(first.body), orderOfSecond(first, second)];
  if (a === undefined || b === undefined || !areOpposite(a, b)) return undefined;
  return any(first.ranges, differ(a));
}

/** not any(a < b) and not any(b < a) -> not any(a != b) */
function noneDiffering(first: Expression, second: Expression): Expression | undefined {
  if (first.kind !== "not" || second.kind !== "not") return undefined;
  const some = someDiffering(first.operand, second.operand);
  return some && not(some);
}

interface Ranged {
  readonly ranges: readonly Range[];
  readonly body: Expression;
}

/** The order in the second one's body, in the variables of the first; undefined where these run otherwise. */
function orderOfSecond(first: Ranged, second: Ranged) {
  if (!areAlike(first.ranges, second.ranges)) return undefined;
  const order = orderOf(second.body);
  const names = second.ranges.map(({ variable: name }, k) => {
    return [name, variable(first.ranges[k]!.variable)] as const;
  });
  return order && substituted(order, new Map(names));
}

/** A number of conditions that is at least one, or none: any of them holds, or none does. */
function counted({ left, operator, right }: Of<"compare">): Expression | undefined {
  if (left.kind !== "sum" || left.body.kind !== "bit" || right.kind !== "integer") return undefined;
  const condition = left.body.operand;
  const isNone =
    (operator === "<=" && right.value === 0) || (operator === "<" && right.value === 1);
  const isSome =
    (operator === ">" && right.value === 0) || (operator === ">=" && right.value === 1);
  if (isSome) return any(left.ranges, condition);
  return isNone ? not(any(left.ranges, condition)) : undefined;
}
