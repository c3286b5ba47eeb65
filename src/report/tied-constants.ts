import { printExpression } from "../emit/python.ts";
import { partsOf } from "../program/parts.ts";
import type { Block, Expression, Program, Range } from "../program/program.ts";

/** A constant of a program that is known to hold for the training size only. */
export interface TiedConstant {
  readonly constant: number;
  /** The expression in which it stands, as Python, or the input whose length it is. */
  readonly expression: string;
}

/**
 * The constants that another size of the inputs may ask to be others.
 *
 * They are the lengths of inputs that are numbers; and, where a value that is counted over an axis of any
 * length is compared, what it is compared with: constants and factors other than 0, 1 and -1. A comparison
 * that names the length itself has been put in terms of it.
 */
export function tiedConstants(program: Program): readonly TiedConstant[] {
  return [...tiedLengths(program), ...tiedComparisons(program)];
}

/** Lengths that are numbers: all that is tied where a program holds for several sizes. */
export function tiedLengths({ inputs }: Program): TiedConstant[] {
  return inputs.flatMap(({ name, shape, domain }) => {
    const expression = `shape of ${name}`;
    // The last axis of texts are the values that there are.
    const axes = domain.kind === "one-hot" ? shape.slice(0, -1) : shape;
    const lengths = axes.filter((length) => typeof length === "number");
    return lengths.map((constant) => ({ constant, expression }));
  });
}

function tiedComparisons(program: Program): TiedConstant[] {
  const counts = countsOf(program.body);
  return comparisonsIn(program.body).flatMap((comparison) => {
    const sides = sidesOf(comparison);
    if (!sides.some((side) => isCount(side, counts)) || sides.some(namesSize)) return [];
    const expression = printExpression(comparison, program);
    return constantsOf(comparison).map((constant) => ({ constant, expression }));
  });
}

/** A comparison, or a question for membership. */
type Test = Extract<Expression, { readonly kind: "compare" | "member" }>;

function sidesOf(test: Test): readonly Expression[] {
  return test.kind === "compare" ? [test.left, test.right] : [test.value];
}

function comparisonsIn(block: Block): Test[] {
  return expressionsOf(block).flatMap(testsIn);
}

function expressionsOf({ lets, result }: Block): Expression[] {
  return [...lets.map(({ value }) => value), result];
}

function testsIn(expression: Expression): Test[] {
  const inside = partsOf(expression).flatMap(testsIn);
  const isTest = expression.kind === "compare" || expression.kind === "member";
  return isTest ? [expression, ...inside] : inside;
}

/** The names of values, and of arrays of values, that are counted over an axis of any length. */
function countsOf(block: Block, known: ReadonlySet<string> = new Set()): Set<string> {
  const names = new Set(known);
  const visit = (expression: Expression): void => {
    if (expression.kind !== "table") {
      for (const part of partsOf(expression)) visit(part);
    } else for (const name of countsOf(expression.body, names)) names.add(name);
  };
  for (const { name, value } of block.lets) {
    visit(value);
    if (isCount(value, names)) names.add(name);
  }
  visit(block.result);
  return names;
}

/** Is a sum over an axis of any length a part of the number, or of the array's numbers? */
function isCount(expression: Expression, counts: ReadonlySet<string>): boolean {
  const isPart = (part: Expression): boolean => isCount(part, counts);
  switch (expression.kind) {
    case "variable":
      return counts.has(expression.name);
    case "element":
      return counts.has(expression.array);
    case "sum":
      return expression.ranges.some(isOfAnyLength) || isPart(expression.body);
    case "argmax":
    case "argmin":
      return isOfAnyLength(expression.range);
    case "max":
    case "min":
      return isPart(expression.body);
    case "if":
      return isPart(expression.then) || isPart(expression.otherwise);
    case "table":
      return isPart(expression.body.result);
    case "pad":
      return counts.has(expression.array);
    case "add":
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "sign":
    case "list":
    case "softmax":
      return partsOf(expression).some(isPart);
    case "scan":
      return isPart(expression.body.result);
    case "fold":
      return isPart(expression.end);
    case "integer":
    case "number":
    case "size":
    case "power":
    case "compare":
    case "member":
    case "and":
    case "or":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "any":
    case "all":
      return false;
  }
}

function isOfAnyLength({ from, to }: Range): boolean {
  return holdsSize(from) || holdsSize(to);
}

function holdsSize(expression: Expression): boolean {
  return expression.kind === "size" || partsOf(expression).some(holdsSize);
}

/** Does the number depend on a length by its name, and not by what is counted? */
function namesSize(expression: Expression): boolean {
  return expression.kind === "size" || termsOf(expression).some(namesSize);
}

/** The constants of a test, each once, in the order in which they stand; a remainder's divisor is none. */
function constantsOf(test: Test): number[] {
  const found = test.kind === "member" ? [...test.values] : [];
  const visit = (expression: Expression): void => {
    if (expression.kind === "integer" || expression.kind === "number") {
      found.push(expression.value);
    }
    termsOf(expression).forEach(visit);
  };
  sidesOf(test).forEach(visit);
  return [...new Set(found)].filter((value) => Math.abs(value) > 1 || !Number.isInteger(value));
}

/** The numbers of which a number is directly made by sums and products. */
function termsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "sign":
      return partsOf(expression);
    case "modulo":
      return [expression.left];
    case "integer":
    case "number":
    case "size":
    case "variable":
    case "element":
    case "power":
    case "compare":
    case "member":
    case "and":
    case "or":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "if":
    case "sum":
    case "any":
    case "all":
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
      return [];
  }
}
