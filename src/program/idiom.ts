import { opposite, plainComparison } from "./comparison.ts";
import type { Comparison, Expression, Range } from "./program.ts";

/**
 * The same value, put as a reader would say it; only the outermost form and its operands are looked at.
 *
 * `truths` are the names whose values are truths. What is printed and what is counted go through here.
 */
export function idiomatic(expression: Expression, truths: ReadonlySet<string>): Expression {
  switch (expression.kind) {
    case "add":
      // add() -> 0, add(a) -> a
      if (expression.terms.length > 1) return expression;
      return idiomatic(expression.terms[0] ?? { kind: "integer", value: 0 }, truths);
    case "sum":
    case "max":
    case "min":
      // over no ranges, a sum or an extreme is its body
      return expression.ranges.length === 0 ? idiomatic(expression.body, truths) : expression;
    case "any":
    case "all":
      return expression.ranges.length === 0
        ? idiomatic(expression.body, truths)
        : quantifier(expression, truths);
    case "compare":
      return plainComparison(expression);
    case "member":
      return expression.values.length === 1
        ? comparison(expression.value, "==", expression)
        : expression;
    case "bit":
      return asBit(idiomatic(expression.operand, truths));
    case "truth":
      return asTruth(idiomatic(expression.operand, truths));
    case "not":
      return negation(idiomatic(expression.operand, truths));
    case "and":
    case "or":
      return deMorgan(expression, truths);
    case "xor":
      return oddParity(expression, truths);
    case "integer":
    case "number":
    case "size":
    case "variable":
    case "element":
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "power":
    case "sign":
    case "if":
    case "argmax":
    case "argmin":
    case "table":
    case "scan":
    case "fold":
    case "list":
    case "pad":
    case "softmax":
      return expression;
  }
}

/** Is the value a truth rather than an integer or a bit? The operands of logic are all of one type. */
export function isTruth(expression: Expression, truths: ReadonlySet<string>): boolean {
  switch (expression.kind) {
    case "compare":
    case "member":
    case "truth":
    case "any":
    case "all":
      return true;
    case "variable":
      return truths.has(expression.name);
    case "and":
    case "or":
    case "xor":
      return expression.operands.some((operand) => isTruth(operand, truths));
    case "not":
      return isTruth(expression.operand, truths);
    case "if":
      return isTruth(expression.then, truths);
    case "integer":
    case "number":
    case "size":
    case "element":
    case "add":
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "power":
    case "sign":
    case "bit":
    case "sum":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
    case "table":
    case "scan":
    case "fold":
    case "list":
    case "pad":
    case "softmax":
      return false;
  }
}

/** A part of a sum, added or taken away. */
export interface Term {
  readonly isNegative: boolean;
  readonly magnitude: Expression;
}

/** The terms of `add` and `subtract`, a positive one first where there is one: `-1 + i` is `i - 1`. */
export function signedTerms(expression: Expression): readonly Term[] {
  const terms = termsOf(expression);
  const first = terms.findIndex(({ isNegative }) => !isNegative);
  return first <= 0 ? terms : [terms[first]!, ...terms.toSpliced(first, 1)];
}

/** The product with -1, where that is a matter of writing. */
export function negated(expression: Expression): Expression {
  if (expression.kind === "integer") return { kind: "integer", value: -expression.value };
  if (expression.kind === "multiply" && expression.left.kind === "integer") {
    return { ...expression, left: negated(expression.left) };
  }
  return { kind: "multiply", left: { kind: "integer", value: -1 }, right: expression };
}

/** `low < middle < high`, each `<` or `<=`. */
export interface Chain {
  readonly kind: "chain";
  readonly operands: readonly [Expression, Expression, Expression];
  readonly operators: readonly [Comparison, Comparison];
}

/** The operands of `and`, where two neighbours that bound one value are a chain. */
export function linkChains(operands: readonly Expression[]): readonly (Expression | Chain)[] {
  const [first, second, ...rest] = operands;
  if (first === undefined) return [];
  if (second === undefined) return [first];
  const chain = link(first, second) ?? link(second, first);
  return chain === undefined
    ? [first, ...linkChains([second, ...rest])]
    : [chain, ...linkChains(rest)];
}

/** `(variable - 1) modulo length`: one step back on a ring. */
export function stepBack(
  index: Expression,
): { readonly variable: string; readonly length: Expression } | undefined {
  if (index.kind !== "modulo") return undefined;
  const [place, step, ...rest] = signedTerms(index.left);
  if (rest.length > 0 || place?.isNegative || place?.magnitude.kind !== "variable")
    return undefined;
  if (!step?.isNegative || !isSame(step.magnitude, { kind: "integer", value: 1 })) return undefined;
  return { variable: place.magnitude.name, length: index.right };
}

/** The values of a short range of constants that is better spelled out; undefined where `range` is. */
export function spelledOut({ from, to }: Range): readonly number[] | undefined {
  if (from.kind !== "integer" || to.kind !== "integer" || from.value === 0) return undefined;
  const count = to.value - from.value;
  if (count < 1 || count > 3) return undefined;
  return Array.from({ length: count }, (_, k) => from.value + k);
}

/** Does a range start at the constant 0? */
export function isFromZero({ from }: Range): boolean {
  return from.kind === "integer" && from.value === 0;
}

/** The small constant that a table holds at every place; undefined where it varies. */
export function constantOf({
  body,
}: Extract<Expression, { readonly kind: "table" }>): number | undefined {
  if (body.lets.length > 0 || body.result.kind !== "integer") return undefined;
  return body.result.value < 0 ? undefined : body.result.value;
}

/** Are two expressions, or parts of them, written alike? */
export function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const parts = Object.entries(a);
  const others = new Map(Object.entries(b));
  return (
    parts.length === others.size && parts.every(([key, part]) => isSame(part, others.get(key)))
  );
}

function asBit(operand: Expression): Expression {
  // bit(truth(b)) -> b
  if (operand.kind === "truth") return operand.operand;
  // bit(not truth(b)) -> not b
  if (operand.kind === "not" && operand.operand.kind === "truth") {
    return { kind: "not", operand: operand.operand.operand };
  }
  return { kind: "bit", operand };
}

function asTruth(operand: Expression): Expression {
  // truth(bit(t)) -> t
  if (operand.kind === "bit") return operand.operand;
  // truth(not b) -> not truth(b)
  if (operand.kind === "not") {
    return { kind: "not", operand: { kind: "truth", operand: operand.operand } };
  }
  return { kind: "truth", operand };
}

function negation(operand: Expression): Expression {
  // not not a -> a
  if (operand.kind === "not") return operand.operand;
  // not (a < b) -> a >= b
  if (operand.kind === "compare") return { ...operand, operator: opposite[operand.operator] };
  // not any(a < b) -> all(a >= b), and the other way round
  if ((operand.kind === "any" || operand.kind === "all") && operand.body.kind === "compare") {
    return { ...operand, kind: other[operand.kind], body: negation(operand.body) };
  }
  // not (a < b or not c) -> a >= b and c, and the other way round
  if (operand.kind === "or" || (operand.kind === "and" && !isBetween(operand.operands))) {
    if (!operand.operands.every(isTurnable)) return { kind: "not", operand };
    const kind = operand.kind === "or" ? "and" : "or";
    return { kind, operands: operand.operands.map(negation) };
  }
  // not bit(t) -> bit(not t)
  if (operand.kind === "bit") return asBit(negation(operand.operand));
  return { kind: "not", operand };
}

/** Do two comparisons ask about one value, 1 <= a <= 3? Denied, they would say it twice. */
function isBetween(operands: readonly Expression[]): boolean {
  const sides = operands.flatMap((each) => {
    return each.kind === "compare" ? [each.left, each.right] : [];
  });
  const values = sides.filter(({ kind }) => kind !== "integer" && kind !== "number");
  return values.some((value, k) => values.slice(0, k).some((other) => isSame(value, other)));
}

/** Is its opposite as short, and a truth? */
function isTurnable(operand: Expression): boolean {
  return operand.kind === "compare" || (operand.kind === "not" && isTruth(operand, new Set()));
}

const other = { any: "all", all: "any" } as const;

type Quantifier = Extract<Expression, { readonly kind: "any" | "all" }>;

/** all(not t) -> not any(t), any(not t) -> not all(t). */
function quantifier(expression: Quantifier, truths: ReadonlySet<string>): Expression {
  const body = idiomatic(expression.body, truths);
  if (body.kind !== "not") return expression;
  const kind = other[expression.kind];
  return { kind: "not", operand: { ...expression, kind, body: body.operand } };
}

type Junction = Extract<Expression, { readonly kind: "and" | "or" | "xor" }>;

/** On bits, not a & not b -> not (a | b), and the same with & and | exchanged. */
function deMorgan(expression: Junction, truths: ReadonlySet<string>): Expression {
  if (isTruth(expression, truths)) return expression;
  const operands = expression.operands.map((operand) => idiomatic(operand, truths));
  const positive = operands.flatMap((operand) => (operand.kind === "not" ? [operand.operand] : []));
  if (positive.length < operands.length) return expression;
  const kind = expression.kind === "and" ? "or" : "and";
  return { kind: "not", operand: { kind, operands: positive } };
}

/** On bits, not a ^ b -> a ^ b ^ 1. */
function oddParity(expression: Junction, truths: ReadonlySet<string>): Expression {
  if (isTruth(expression, truths)) return expression;
  const operands = expression.operands.map((operand) => idiomatic(operand, truths));
  const positive = operands.map((operand) => (operand.kind === "not" ? operand.operand : operand));
  const negations = operands.filter(({ kind }) => kind === "not").length;
  const one: readonly Expression[] = negations % 2 === 1 ? [{ kind: "integer", value: 1 }] : [];
  return { ...expression, operands: [...positive, ...one] };
}

function comparison(
  left: Expression,
  operator: Comparison,
  { values }: { readonly values: readonly number[] },
): Expression {
  return { kind: "compare", operator, left, right: { kind: "integer", value: values[0]! } };
}

function termsOf(expression: Expression): readonly Term[] {
  if (expression.kind === "add") return expression.terms.flatMap(termsOf);
  if (expression.kind !== "subtract") return [termOf(expression)];
  const { isNegative, magnitude } = termOf(expression.right);
  return [...termsOf(expression.left), { isNegative: !isNegative, magnitude }];
}

function termOf(expression: Expression): Term {
  const factor = expression.kind === "multiply" ? expression.left : expression;
  if (factor.kind !== "integer" || factor.value >= 0) {
    return { isNegative: false, magnitude: expression };
  }
  if (expression.kind === "multiply" && factor.value === -1) {
    return { isNegative: true, magnitude: expression.right };
  }
  return { isNegative: true, magnitude: negated(expression) };
}

/** `a < b` and `b < c` as a chain; undefined where they do not meet in a value that varies. */
function link(first: Expression, second: Expression): Chain | undefined {
  const low = ascending(first);
  const high = ascending(second);
  if (low === undefined || high === undefined || !isSame(low.right, high.left)) return undefined;
  if (low.right.kind === "integer") return undefined;
  return {
    kind: "chain",
    operands: [low.left, low.right, high.right],
    operators: [low.operator, high.operator],
  };
}

function ascending(expression: Expression) {
  if (expression.kind !== "compare") return undefined;
  const { left, operator, right } = expression;
  if (operator === "<" || operator === "<=") return { left, operator, right };
  if (operator === ">") return { left: right, operator: "<" as const, right: left };
  if (operator === ">=") return { left: right, operator: "<=" as const, right: left };
  return undefined;
}
