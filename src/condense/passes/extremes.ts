import {
  argmax,
  argmin,
  compare,
  integer,
  max,
  min,
  range,
  subtract,
  variable,
} from "../../program/build.ts";
import type { Expression, Program, Range } from "../../program/program.ts";
import { rebuild } from "../../program/rebuild.ts";
import { conjunction, type Extreme, extremeOf, isWhole, type Value } from "./beats.ts";
import { substitute } from "./variables.ts";
import { rankOf } from "./wins.ts";

/**
 * Says "the largest" where every value is compared with every other one.
 *
 * The place of a value with the most wins, or of one that beats all others, is the place of the largest;
 * whether the first or the last one wins a tie depends on how equal values are compared before and after
 * a place. "Beats all others" by itself is "is the largest".
 */
export function sayExtremes(program: Program): Program {
  let next = 0;
  const freshRange = ({ from, to }: Range): Range => range(`loop ${FIRST + next++}`, from, to);
  const visit = (expression: Expression): Expression => {
    const inner = rebuild(expression, { expression: visit });
    if (inner.kind === "argmax" || inner.kind === "argmin") return extremePlace(inner) ?? inner;
    if (inner.kind !== "table") return inner;
    const [only, ...others] = inner.ranges;
    if (only === undefined || others.length > 0) return inner;
    const result = winnersIn(inner.body.result, only, freshRange);
    return { ...inner, body: { ...inner.body, result } };
  };
  const { lets, result } = program.body;
  return {
    ...program,
    body: {
      ...program.body,
      lets: lets.map((each) => ({ ...each, value: visit(each.value) })),
      result: visit(result),
    },
  };
}

const FIRST = 2_000_000;

type Argmax = Extract<Expression, { readonly kind: "argmax" | "argmin" }>;

/** The place of the largest or smallest value, where the key says no more than that. */
function extremePlace(given: Argmax): Expression | undefined {
  const place = given.range;
  if (!isWhole(place)) return undefined;
  const scaled = scaleOf(given.body);
  const sign = (given.kind === "argmax" ? 1 : -1) * scaled.factor;
  const condition: Expression = sign > 0 ? scaled.key : { kind: "not", operand: scaled.key };
  const winner = conjunction(condition, place);
  const found = winner && extremeOf(winner);
  if (found !== undefined) return placeOf(found, winner!.value, place);
  const ranks = rankOf(given.body, place, given.kind === "argmax" ? 1 : -1);
  return ranks && placeOf(ranks.extreme, ranks.value, place);
}

function placeOf({ isLargest, isFirst }: Extreme, value: Value, place: Range): Expression {
  const at = (index: Expression): Expression =>
    substitute(value.expression, new Map([[value.variable, index]]));
  const find = isLargest ? argmax : argmin;
  if (isFirst) return find(place, at(variable(place.variable)));
  // The last one is the first from the end.
  const last = subtract(place.to, integer(1));
  return subtract(last, find(place, at(subtract(last, variable(place.variable)))));
}

/** Conditions on one place that say that its value is extreme. */
function winnersIn(
  expression: Expression,
  place: Range,
  freshRange: (range: Range) => Range,
): Expression {
  if (!isWhole(place)) return expression;
  const winner = expression.kind === "bit" ? undefined : conjunction(expression, place);
  const found = winner && extremeOf(winner);
  if (found === undefined) {
    return rebuild(expression, { expression: (part) => winnersIn(part, place, freshRange) });
  }
  const other = freshRange(place);
  const { value } = winner!;
  const at = (name: string): Expression =>
    substitute(value.expression, new Map([[value.variable, variable(name)]]));
  if (found.isEvery) {
    const extreme = (found.isLargest ? max : min)([other], at(other.variable));
    return compare(at(place.variable), "==", extreme);
  }
  return compare(variable(place.variable), "==", placeOf(found, value, other));
}

/** factor * key + constant: how a key is scaled does not matter but for its sign. */
function scaleOf(body: Expression): { readonly key: Expression; readonly factor: number } {
  if (body.kind === "add" || body.kind === "subtract") {
    const terms = body.kind === "add" ? body.terms : [body.left, body.right];
    const moving = terms.filter((term) => term.kind !== "integer");
    const isTaken = body.kind === "subtract" && body.right === moving[0];
    if (moving.length === 1) {
      const inner = scaleOf(moving[0]!);
      return isTaken ? { ...inner, factor: -inner.factor } : inner;
    }
  }
  if (body.kind === "multiply" && body.left.kind === "integer" && body.left.value !== 0) {
    const inner = scaleOf(body.right);
    return { key: inner.key, factor: inner.factor * body.left.value };
  }
  if (body.kind === "if" && body.then.kind === "integer" && body.otherwise.kind === "integer") {
    return { key: body.condition, factor: body.then.value - body.otherwise.value };
  }
  return { key: body, factor: 1 };
}
