import { isSame } from "../idiom.ts";
import type { Expression } from "../program.ts";
import { expressionPhrase } from "./expression.ts";
import { minus } from "./linear.ts";
import { call, choice, type Phrase, within } from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";

type Choice = Extract<Expression, { readonly kind: "if" }>;

/** `a if a < b else c`; where only a and b are compared and chosen, `max(a, b)` or `abs(a - b)`. */
export function choicePhrase(choosing: Choice, place: PythonPlace): Phrase {
  const shorter = ofTwo(choosing);
  const phrase = (expression: Expression) => expressionPhrase(expression, place);
  if (shorter !== undefined) return call(shorter.name, ...shorter.arguments.map(phrase));
  return choice(
    within(phrase(choosing.then), "or"),
    within(phrase(choosing.condition), "or"),
    phrase(choosing.otherwise),
  );
}

interface Call {
  readonly name: "max" | "min" | "abs";
  readonly arguments: readonly Expression[];
}

function ofTwo({ condition, then, otherwise }: Choice): Call | undefined {
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
