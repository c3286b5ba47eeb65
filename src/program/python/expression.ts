import { idiomatic, isSame, negated, signedTerms } from "../idiom.ts";
import type { Expression } from "../program.ts";
import { asNumber, oddness } from "./as-number.ts";
import { choicePhrase } from "./choice.ts";
import { digitsCompared } from "./digits.ts";
import { elementOf } from "./element.ts";
import { junctionPhrase, memberPhrase, negationPhrase } from "./logic.ts";
import { padPhrase } from "./pad.ts";
import {
  call,
  float,
  infix,
  listOf,
  numeral,
  type Phrase,
  power,
  prefix,
  within,
  word,
} from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import { extremePlacePhrase, reductionPhrase } from "./reduction.ts";
import { signPhrase } from "./sign.ts";
import { softmaxPhrase } from "./softmax.ts";
import { strict } from "./strict.ts";
import { tablePhrase } from "./table.ts";

/** An expression as Python. */
export function expressionPhrase(expression: Expression, place: PythonPlace): Phrase {
  const plain = idiomatic(expression, place.truths);
  switch (plain.kind) {
    case "integer":
      return numeral(plain.value);
    case "number":
      return float(plain.value);
    case "size":
      return sizePhrase(plain, place);
    case "variable":
      return place.pads.get(plain.name) ?? word(plain.name);
    case "element":
      return elementOf(plain, place);
    case "add":
    case "subtract":
      return sumOfTerms(plain, place);
    case "multiply":
      return product(plain, place);
    case "modulo":
      return quotient("%", plain, place);
    case "divide":
      return quotient("//", plain, place);
    case "power":
      return power(
        within(numeral(plain.base), "power"),
        within(expressionPhrase(plain.exponent, place), "atom"),
      );
    case "sign":
      return signPhrase(plain.operand, place);
    case "compare":
      return digitsCompared(plain, place) ?? comparisonPhrase(strict(plain, place), place);
    case "member":
      return memberPhrase(plain, "in", place);
    case "and":
    case "or":
    case "xor":
      return junctionPhrase(plain, place);
    case "not":
      return negationPhrase(plain.operand, place);
    case "bit":
      return bitPhrase(plain.operand, place);
    case "truth":
      return expressionPhrase(plain.operand, place);
    case "if":
      return choicePhrase(plain, place);
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
      return reductionPhrase(plain, place);
    case "argmax":
    case "argmin":
      return extremePlacePhrase(plain, place);
    case "table":
      return tablePhrase(plain, place);
    case "scan":
    case "fold":
      throw new Error(`bug: a ${plain.kind} inside an expression`);
    case "list":
      return listOf(plain.items.map((item) => expressionPhrase(item, place)));
    case "pad":
      return padPhrase(plain, place);
    case "softmax":
      return softmaxPhrase(plain.logits, place);
  }
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

function operand(expression: Expression, outer: Parameters<typeof within>[1], place: PythonPlace) {
  return within(expressionPhrase(expression, place), outer);
}

function comparisonPhrase({ left, operator, right }: Of<"compare">, place: PythonPlace): Phrase {
  return infix("comparison", operand(left, "bit-or", place), [
    [operator, operand(right, "bit-or", place)],
  ]);
}

/** int(a % 2 == 1) -> a % 2 */
function bitPhrase(condition: Expression, place: PythonPlace): Phrase {
  const remainder = oddness(condition, place.truths);
  return remainder === undefined
    ? call("int", expressionPhrase(condition, place))
    : expressionPhrase(remainder, place);
}

/** A size by its name, or how it is found: `len(row)` rather than `len(x[0])` where there is a row. */
function sizePhrase(size: Of<"size">, { sizes, views, lengths }: PythonPlace): Phrase {
  const found = sizes.get(size.name);
  if (found === undefined) return word(size.name);
  const view = views.find(({ array, indices }) =>
    isSame(lengths.get(array)?.[indices.length], size),
  );
  const near = view && call("len", word(view.name));
  return near !== undefined && near.tokens < found.tokens ? near : found;
}

/** An operand of arithmetic, where Python takes truths as 0 and 1. */
function number(expression: Expression, outer: Parameters<typeof within>[1], place: PythonPlace) {
  return operand(asNumber(expression, place.truths), outer, place);
}

function sumOfTerms(sum: Of<"add" | "subtract">, place: PythonPlace): Phrase {
  const [first, ...rest] = signedTerms(sum);
  const lead = first!.isNegative ? negated(first!.magnitude) : first!.magnitude;
  if (rest.length === 0) return expressionPhrase(lead, place);
  return infix(
    "add",
    number(lead, "add", place),
    rest.map(({ isNegative, magnitude }) => [
      isNegative ? "-" : "+",
      number(magnitude, isNegative ? "multiply" : "add", place),
    ]),
  );
}

function product({ left, right }: Of<"multiply">, place: PythonPlace): Phrase {
  const factor = number(right, "prefix", place);
  if (left.kind === "integer" && left.value === -1) return prefix("-", factor);
  return infix("multiply", number(left, "multiply", place), [["*", factor]]);
}

function quotient(
  operator: "%" | "//",
  { left, right }: Of<"modulo" | "divide">,
  place: PythonPlace,
): Phrase {
  return infix("multiply", operand(left, "multiply", place), [
    [operator, operand(right, "prefix", place)],
  ]);
}
