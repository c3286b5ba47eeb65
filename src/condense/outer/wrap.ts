import * as build from "../../program/build.ts";
import type { Block, Expression } from "../../program/program.ts";
import type { Outer } from "./outer.ts";

/** A function done to each number of a result; undefined where the result is not made of numbers one by one. */
export function mapResult(
  { lets, result, ...rest }: Block,
  of: (number: Expression) => Expression | undefined,
): Block | undefined {
  const mapped = mapValue(result, of);
  return mapped && { ...rest, lets, result: mapped };
}

function mapValue(
  value: Expression,
  of: (number: Expression) => Expression | undefined,
): Expression | undefined {
  switch (value.kind) {
    case "table": {
      const body = mapResult(value.body, of);
      return body && { ...value, body };
    }
    case "list": {
      const items = value.items.map((item) => mapValue(item, of));
      return items.includes(undefined) ? undefined : build.list(items as Expression[]);
    }
    case "variable":
    case "pad":
    case "softmax":
      // An array as it stands, or a number: which, its name alone does not say.
      return undefined;
    default:
      return of(value);
  }
}

/** The outer function of a number. */
export function wrapped(outer: Outer, number: Expression): Expression {
  const constant = (value: number): Expression => build.integer(value);
  switch (outer.kind) {
    case "same":
      return number;
    case "absolute":
      return absolute(number);
    case "at-least":
      return larger(number, constant(outer.bound));
    case "at-most":
      return smaller(number, constant(outer.bound));
    case "between":
      return larger(smaller(number, constant(outer.high)), constant(outer.low));
    case "remainder":
      return build.modulo(number, constant(outer.divisor));
    case "quotient":
      return build.divide(number, constant(outer.divisor));
  }
}

/** How far a number is from 0. */
export function absolute(number: Expression): Expression {
  if (number.kind === "subtract") {
    const { left, right } = number;
    return build.choose(build.compare(left, ">=", right), number, build.subtract(right, left));
  }
  const zero = build.integer(0);
  return build.choose(build.compare(number, ">=", zero), number, build.subtract(zero, number));
}

export function larger(left: Expression, right: Expression): Expression {
  return build.choose(build.compare(left, ">=", right), left, right);
}

export function smaller(left: Expression, right: Expression): Expression {
  return build.choose(build.compare(left, "<=", right), left, right);
}
