import { ofTwo } from "../of-two.ts";
import type { Expression } from "../program.ts";
import { expressionPhrase } from "./expression.ts";
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
