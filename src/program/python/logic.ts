import { idiomatic, isSame, isTruth, linkChains } from "../idiom.ts";
import { isUnclearBeside } from "../precedence.ts";
import type { Expression } from "../program.ts";
import { expressionPhrase } from "./expression.ts";
import {
  infix,
  joined,
  numeral,
  type Phrase,
  parentheses,
  prefix,
  tupleOf,
  within,
  word,
} from "./phrase.ts";
import type { PythonPlace } from "./python-place.ts";
import { ofRelation } from "./relation.ts";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;
type Junction = Of<"and" | "or" | "xor">;

/** Logic, on truths or on bits. */
export function junctionPhrase(junction: Junction, place: PythonPlace): Phrase {
  if (!isTruth(junction, place.truths)) return bitwise(junction, place);
  switch (junction.kind) {
    case "and":
      return conjunction(junction.operands, place);
    case "or":
      return joined(
        "or",
        "or",
        junction.operands.map((operand) => within(expressionPhrase(operand, place), "or")),
      );
    case "xor":
      return unequal(junction.operands, place);
  }
}

/** `not p`, `1 - b`. */
export function negationPhrase(operand: Expression, place: PythonPlace): Phrase {
  if (operand.kind === "member") return memberPhrase(operand, "not in", place);
  if (operand.kind === "any" || operand.kind === "all") {
    // not any(a & ~b) -> all(a <= b)
    const related = ofRelation(operand, place.truths);
    if (related !== undefined) {
      return expressionPhrase({ kind: "not", operand: related }, place);
    }
  }
  const phrase = expressionPhrase(operand, place);
  return isTruth(operand, place.truths)
    ? prefix("not ", within(phrase, "not"))
    : infix("add", word("1"), [["-", within(phrase, "multiply")]]);
}

/** `v in (2, 3)`; three or more in a row are `2 <= v <= 4`. */
export function memberPhrase(
  { value, values }: Of<"member">,
  operator: "in" | "not in",
  place: PythonPlace,
): Phrase {
  const operand = within(expressionPhrase(value, place), "bit-or");
  const [low, high] = [values[0], values.at(-1)];
  if (values.length > 2 && high! - low! === values.length - 1) {
    const between = infix("comparison", numeral(low!), [
      ["<=", operand],
      ["<=", numeral(high!)],
    ]);
    return operator === "in" ? between : prefix("not ", between);
  }
  return infix("comparison", operand, [[operator, tupleOf(values.map(numeral))]]);
}

/** `and` of truths, where 1 <= a and a <= 3 is 1 <= a <= 3. */
function conjunction(operands: readonly Expression[], place: PythonPlace): Phrase {
  const plain = operands.map((operand) => idiomatic(operand, place.truths));
  const chained = new Map<Of<"compare">, Phrase>();
  const left = withoutRepetitions(plain, { chained, place });
  const links = linkChains(left).map((link): Phrase => {
    const chain = link.kind === "compare" ? chained.get(link) : undefined;
    if (chain !== undefined) return chain;
    if (link.kind !== "chain") return expressionPhrase(link, place);
    const [low, middle, high] = link.operands.map((each) =>
      within(expressionPhrase(each, place), "bit-or"),
    );
    return infix("comparison", low!, [
      [link.operators[0], middle!],
      [link.operators[1], high!],
    ]);
  });
  if (links.length === 1) return links[0]!;
  return joined(
    "and",
    "and",
    links.map((link) => within(link, "and")),
  );
}

interface Chains {
  /** What is written in place of the first of some comparisons. */
  readonly chained: Map<Of<"compare">, Phrase>;
  readonly place: PythonPlace;
}

/** a == "x" and b == "x" and c == "x" -> a == b == c == "x"; the first one stands for all. */
function withoutRepetitions(
  operands: readonly Expression[],
  { chained, place }: Chains,
): readonly Expression[] {
  return operands.filter((operand, k) => {
    const alike = operands.filter((other) => areSameText(operand, other, place));
    if (alike.length < SHORTEST_CHAIN || operand.kind !== "compare") return true;
    const first = operands.findIndex((other) => areSameText(operand, other, place));
    if (first < k) return false;
    const items = [...alike.map((each) => (each as typeof operand).left), operand.right];
    const phrases = items.map((item) => within(expressionPhrase(item, place), "bit-or"));
    chained.set(operand, joined("comparison", "==", phrases));
    return true;
  });
}

/** Two of a kind are clearer apart. */
const SHORTEST_CHAIN = 3;

/** Do both say that something is one and the same text? */
function areSameText(a: Expression, b: Expression, { texts }: PythonPlace): boolean {
  if (a.kind !== "compare" || b.kind !== "compare") return false;
  const isText = a.right.kind === "element" && texts.has(a.right.array);
  return isText && a.operator === "==" && b.operator === "==" && isSame(a.right, b.right);
}

const symbols = { and: "&", or: "|", xor: "^" } as const;
const forms = { and: "bit-and", or: "bit-or", xor: "bit-xor" } as const;

/** Logic on bits; beside another bit, & takes the lowest bit of ~b, which is 1 - b. */
function bitwise({ kind, operands }: Junction, place: PythonPlace): Phrase {
  const form = forms[kind];
  const phrases = operands.map((operand) => {
    const plain = idiomatic(operand, place.truths);
    if (kind === "and" && plain.kind === "not") {
      return prefix("~", within(expressionPhrase(plain.operand, place), "prefix"));
    }
    const phrase = expressionPhrase(plain, place);
    return isUnclearBeside(phrase.form, form) ? parentheses(phrase) : phrase;
  });
  return joined(form, symbols[kind], phrases);
}

/** Exactly an odd number of truths: comparisons chain in Python, so each pair gets parentheses. */
function unequal(operands: readonly Expression[], place: PythonPlace): Phrase {
  return operands
    .map((operand) => expressionPhrase(operand, place))
    .reduce((left, right) =>
      infix("comparison", within(left, "bit-or"), [["!=", within(right, "bit-or")]]),
    );
}
