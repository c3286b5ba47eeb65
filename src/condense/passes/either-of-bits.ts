import { all, any, bit, compare, not, sum, truth, variable, xor } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression, Range } from "../../program/program.ts";
import { areAlike } from "./alike-ranges.ts";
import { onTwoBits, turned } from "./two-bits.ts";
import { substitute } from "./variables.ts";

/** not any(a & ~b) and not any(b & ~a) -> not any(a ^ b), all(a | b) and not any(a & b) -> all(a ^ b) */
export function noneOfBoth(first: Expression, second: Expression): Expression | undefined {
  const [a, b] = [first, second].map((part) => someIn(negated(part)));
  const both = a && b && either(a, b);
  if (both === undefined) return undefined;
  const { ranges, isDifference, difference } = both;
  return isDifference ? not(any(ranges, difference)) : all(ranges, difference);
}

/** any(a & ~b) or any(b & ~a) -> any(a ^ b), any(a & b) or not all(a | b) -> not all(a ^ b) */
export function anyOfBoth(first: Expression, second: Expression): Expression | undefined {
  const [a, b] = [first, second].map(someIn);
  const both = a && b && either(a, b);
  if (both === undefined) return undefined;
  const { ranges, isDifference, difference } = both;
  return isDifference ? any(ranges, difference) : not(all(ranges, difference));
}

/** sum(a & ~b) + sum(b & ~a) -> sum(a ^ b), sum(a & b) + sum(~a & ~b) -> sum(a == b) */
export function countOfBoth(first: Expression, second: Expression): Expression | undefined {
  if (first.kind !== "sum" || second.kind !== "sum") return undefined;
  const both = either(first, second);
  if (both === undefined || !both.isExclusive) return undefined;
  const { ranges, isDifference, difference, equality } = both;
  return sum(ranges, bit(isDifference ? difference : equality));
}

interface Over {
  readonly ranges: readonly Range[];
  readonly body: Expression;
}

/** Where any of the places has what: any(...) as it is, not all(...) as any(not ...). */
function someIn(expression: Expression): Over | undefined {
  if (expression.kind === "any") return expression;
  if (expression.kind !== "not" || expression.operand.kind !== "all") return undefined;
  const { ranges, body } = expression.operand;
  return { ranges, body: not(body) };
}

function negated(expression: Expression): Expression {
  return expression.kind === "not" ? expression.operand : not(expression);
}

interface Both {
  readonly ranges: readonly Range[];
  /** Whether the one or the other holds where two bits differ, rather than where they are equal. */
  readonly isDifference: boolean;
  /** The two bits differ. */
  readonly difference: Expression;
  readonly equality: Expression;
  /** Whether the one and the other never hold together. */
  readonly isExclusive: boolean;
}

/** One condition or the other, at the same places, where together they say that two bits differ or are equal. */
function either(first: Over, second: Over): Both | undefined {
  if (!areAlike(first.ranges, second.ranges)) return undefined;
  const names = second.ranges.map(({ variable: name }, k) => {
    return [name, variable(first.ranges[k]!.variable)] as const;
  });
  const a = onTwoBits(first.body);
  const given = a && onTwoBits(substitute(second.body, new Map(names)));
  const b = [given, given && turned(given)].find((each) => each && isSame(each.bits, a!.bits));
  if (a === undefined || b === undefined) return undefined;
  const holds = a.holds.map((held, row) => held || b.holds[row]!);
  const isDifference = !holds[0] && holds[1] && holds[2] && !holds[3];
  const isEquality = holds[0] && !holds[1] && !holds[2] && holds[3];
  if (!isDifference && !isEquality) return undefined;
  return {
    ranges: first.ranges,
    isDifference: isDifference === true,
    difference: truth(xor(...a.bits)),
    equality: compare(a.bits[0], "==", a.bits[1]),
    isExclusive: a.holds.every((held, row) => !(held && b.holds[row])),
  };
}
