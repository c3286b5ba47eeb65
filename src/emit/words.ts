import type { Domain } from "../math/domain.ts";
import type { Label } from "../math/label.ts";
import { check } from "../program/check.ts";
import { lengthsOf, placeAnywhere } from "../program/place.ts";
import type { Block, Expression, Program, Range, Scan } from "../program/program.ts";
import { minus } from "../program/python/linear.ts";
import type { Type } from "../program/type.ts";
import { labelText } from "./label-text.ts";
import { listed } from "./listed.ts";

/** One value and many of them, in words. */
interface Words {
  readonly one: string;
  readonly many: string;
}

const bits: Words = { one: "0 or 1", many: "values of 0 or 1" };
const signs: Words = { one: "-1, 0 or 1", many: "values of -1, 0 or 1" };
const integers: Words = { one: "an integer", many: "integers" };
const reals: Words = { one: "a number", many: "numbers" };
const probabilities: Words = { one: "a probability", many: "probabilities" };

const span = (low: number | string, high: number | string): Words => ({
  one: `an integer from ${low} to ${high}`,
  many: `integers from ${low} to ${high}`,
});

/** What each input of a program is: `x, n rows of m values of 0 or 1`. */
export function inputsInWords({ inputs }: Program): readonly string[] {
  return inputs.map(({ name, shape, domain }) => {
    const seen = domain.kind === "one-hot" ? shape.slice(0, -1) : shape;
    return `${name}, ${amount(seen.map(String), wordsOf(domain))}`;
  });
}

/** What the result of a program is: `n values of 0 or 1`, with lengths as a language writes them. */
export function resultInWords(program: Program, print: (length: Expression) => string): string {
  const { lets, result } = program.body;
  const values = new Map(lets.map(({ name, value }) => [name, value]));
  const lengths = lengthsOf(result, placeAnywhere(program)) ?? [];
  const { labels, classes } = program;
  if (classes !== undefined)
    return amount(lengths.slice(0, -1).map(print), probabilitiesOf(classes));
  const words =
    labels === undefined
      ? (wordsOfValue(result, { values, print }) ?? wordsOfType(check(program)))
      : oneOf(labels);
  return amount(lengths.map(print), words);
}

function amount(lengths: readonly string[], { one, many }: Words): string {
  const units = ["", "rows of ", "planes of ", ...lengths.slice(3).map(() => "blocks of ")];
  if (lengths.length === 0) return one;
  const outer = lengths.map((length, axis) => `${length} ${units[lengths.length - 1 - axis]}`);
  return outer.join("") + many;
}

/** More labels than that are not listed among words. */
const MOST_LABELS = 12;

/** One of some labels: `"blue" or "red"`; many of one kind are counted. */
function oneOf(labels: readonly Label[]): Words {
  const isText = labels.every((label) => typeof label === "string");
  const isLong = labels.length > MOST_LABELS;
  const one = isLong
    ? `one of ${labels.length} ${isText ? "texts" : "labels"}`
    : listed(labels.map(labelText), "or");
  return { one, many: `values of ${one}` };
}

/** An array of them, in the order of the classes. */
function probabilitiesOf(classes: readonly Label[]): Words {
  const isLong = classes.length > MOST_LABELS;
  const named = isLong ? `${classes.length} classes` : listed(classes.map(labelText), "and");
  return { one: `the probabilities of ${named}`, many: `times the probabilities of ${named}` };
}

function wordsOf(domain: Domain): Words {
  switch (domain.kind) {
    case "binary":
      return bits;
    case "one-hot":
      return oneOf(domain.values);
    case "sign":
      return signs;
    case "integer":
      return Number.isFinite(domain.low) && Number.isFinite(domain.high)
        ? span(domain.low, domain.high)
        : integers;
    case "real":
      return reals;
  }
}

function wordsOfType(type: Type): Words {
  switch (type.kind) {
    case "bit":
    case "truth":
      return bits;
    case "integer":
      return integers;
    case "real":
      return reals;
    case "array":
      return wordsOfType({ kind: type.of });
  }
}

interface Known {
  readonly values: ReadonlyMap<string, Expression>;
  readonly print: (length: Expression) => string;
}

/** What is known of values, or of the elements of arrays, beyond their type. */
function wordsOfValue(expression: Expression, known: Known): Words | undefined {
  switch (expression.kind) {
    case "sign":
      return signs;
    case "softmax":
      return probabilities;
    case "argmax":
    case "argmin":
      return spanOf(expression.range, known);
    case "variable":
      return wordsOfNamed(expression.name, known);
    case "element":
      return wordsOfNamed(expression.array, known);
    case "table":
      return wordsOfBlock(expression.body, known);
    case "scan":
      return wordsOfItems(expression, known);
    case "fold":
      return wordsOfValue(expression.end, known);
    case "list":
      return wordsOfAll(expression.items, known);
    case "if":
      return wordsOfChoice(expression, known);
    case "integer":
    case "number":
    case "size":
    case "add":
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "power":
    case "compare":
    case "member":
    case "and":
    case "or":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "pad":
      return undefined;
  }
}

/** One of few constants, or values of one kind. */
function wordsOfChoice(choice: Choice, known: Known): Words | undefined {
  const constants = constantsOf(choice);
  return constants === undefined
    ? wordsOfAll([choice.then, choice.otherwise], known)
    : wordsOfConstants(constants);
}

type Choice = Extract<Expression, { readonly kind: "if" }>;

function constantsOf(expression: Expression): readonly number[] | undefined {
  if (expression.kind === "integer") return [expression.value];
  if (expression.kind !== "if") return undefined;
  const [then, otherwise] = [expression.then, expression.otherwise].map(constantsOf);
  return then && otherwise && [...then, ...otherwise];
}

/** The most constants that are listed. */
const FEW = 3;

function wordsOfConstants(constants: readonly number[]): Words | undefined {
  const distinct = [...new Set(constants)].sort((a, b) => a - b);
  if (distinct.every((value) => value === 0 || value === 1)) return bits;
  if (distinct.length > FEW) return undefined;
  const one = listed(distinct.map(String), "or");
  return { one, many: `values of ${one}` };
}

function spanOf({ from, to }: Range, { print }: Known): Words {
  return span(print(from), print(minus(to, { kind: "integer", value: 1 })));
}

function wordsOfNamed(name: string, known: Known): Words | undefined {
  const value = known.values.get(name);
  return value && wordsOfValue(value, known);
}

function wordsOfBlock({ lets, result }: Block, known: Known): Words | undefined {
  const values = new Map([
    ...known.values,
    ...lets.map(({ name, value }) => [name, value] as const),
  ]);
  return wordsOfValue(result, { ...known, values });
}

function wordsOfItems({ body, end }: Scan, known: Known): Words | undefined {
  const items = wordsOfBlock(body, known);
  return end === undefined || wordsOfValue(end, known)?.one === items?.one ? items : undefined;
}

function wordsOfAll(expressions: readonly Expression[], known: Known): Words | undefined {
  const [first, ...rest] = expressions.map((each) => wordsOfValue(each, known));
  return rest.every((words) => words?.one === first?.one) ? first : undefined;
}
