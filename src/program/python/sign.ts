import { signedTerms, type Term } from "../idiom.ts";
import type { Expression } from "../program.ts";
import { digitLists } from "./digits.ts";
import { expressionPhrase } from "./expression.ts";
import { sumOf } from "./linear.ts";
import { call, infix, type Phrase, parentheses, within } from "./phrase.ts";
import { type PythonPlace, somewhere } from "./python-place.ts";
import type { PythonFunction } from "./statement.ts";

/** `sign(a - b)`, or spelled out as `(a > b) - (a < b)`. */
export function signPhrase(operand: Expression, place: PythonPlace): Phrase {
  const lists = digitLists(signedTerms(operand), place);
  if (lists !== undefined) return difference(lists);
  const spelled = spelledOutSign(operand, place);
  if (place.sign === undefined) return spelled;
  const named = call(place.sign, expressionPhrase(operand, place));
  return place.isPartial && spelled.tokens < SHORT ? spelled : named;
}

/** The tokens of a sign that is written without a function of its own. */
const SHORT = 18;

/** `(v > 0) - (v < 0)`: true is 1 in Python, and false is 0. */
export function spelledOutSign(operand: Expression, place: PythonPlace): Phrase {
  const [left, right] = sidesOf(operand);
  const sides = [left, right].map((side) => within(expressionPhrase(side, place), "bit-or"));
  return difference([sides[0]!, sides[1]!]);
}

/** `(a > b) - (a < b)`. */
function difference([left, right]: readonly [Phrase, Phrase]): Phrase {
  const truth = (operator: "<" | ">") =>
    parentheses(infix("comparison", left, [[operator, right]]));
  return infix("add", truth(">"), [["-", truth("<")]]);
}

/** The sign of a - b is that of comparing a with b. */
function sidesOf(operand: Expression): readonly [Expression, Expression] {
  const terms = signedTerms(operand);
  const left = terms.filter(({ isNegative }) => !isNegative);
  const right = terms.filter(({ isNegative }) => isNegative);
  if (left.length === 0 || right.length === 0) return [operand, { kind: "integer", value: 0 }];
  const positive = ({ magnitude }: Term): Term => ({ isNegative: false, magnitude });
  return [sumOf(left), sumOf(right.map(positive))];
}

/** The function that gives the sign of a number. */
export function signFunction(name: string): PythonFunction {
  const value = spelledOutSign({ kind: "variable", name: "v" }, somewhere);
  return { name, parameters: ["v"], body: [{ kind: "return", value }] };
}
