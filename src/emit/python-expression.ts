import {
  constantOf,
  idiomatic,
  isFromZero,
  isSame,
  isTruth,
  linkChains,
  negated,
  signedTerms,
  spelledOut,
  stepBack,
} from "../program/idiom.ts";
import { type Form, isUnclearBeside, python as precedence } from "../program/precedence.ts";
import type { Expression, Range } from "../program/program.ts";
import { bracketed, concat, type Doc, enclosed, filled, group, line, separated } from "./layout.ts";
import { type Place, placeAfter, placeInside } from "./place.ts";
import { padDoc, zerosDoc } from "./python-pad.ts";

/** Printed text, and what stands outermost in it. */
export interface Printed {
  readonly doc: Doc;
  readonly form: Form;
}

/** An expression as Python. */
export function expressionDoc(expression: Expression, place: Place): Printed {
  const plain = idiomatic(expression, place.truths);
  const operand = (inner: Expression, outer: Form) => within(expressionDoc(inner, place), outer);
  switch (plain.kind) {
    case "integer":
      return plain.value < 0 ? prefix("-", `${-plain.value}`) : atom(`${plain.value}`);
    case "number":
      return plain.value < 0 ? prefix("-", numeral(-plain.value)) : atom(numeral(plain.value));
    case "size":
      return atom(place.inlined.get(plain.name) ?? plain.name);
    case "variable":
      return atom(plain.name);
    case "element":
      return atom(concat(plain.array, ...indexDocs(plain.array, plain.indices, place)));
    case "add":
    case "subtract":
      return sumOfTerms(plain, place);
    case "multiply":
      return product(plain, place);
    case "modulo":
      return infix("multiply", operand(plain.left, "multiply"), [
        ["%", operand(plain.right, "prefix")],
      ]);
    case "divide":
      return infix("multiply", operand(plain.left, "multiply"), [
        ["//", operand(plain.right, "prefix")],
      ]);
    case "power": {
      const base = plain.base < 0 ? `(${plain.base})` : `${plain.base}`;
      return { doc: concat(base, "**", operand(plain.exponent, "atom")), form: "power" };
    }
    case "sign":
      return atom(group("sign", bracketed("(", operand(plain.operand, "choice"), ")")));
    case "compare":
      return infix("comparison", operand(plain.left, "bit-or"), [
        [plain.operator, operand(plain.right, "bit-or")],
      ]);
    case "member":
      return membership(plain, "in", place);
    case "and":
      return isTruth(plain, place.truths) ? conjunction(plain, place) : bitwise(plain, place);
    case "or":
      if (!isTruth(plain, place.truths)) return bitwise(plain, place);
      return joined(
        "or",
        "or",
        plain.operands.map((inner) => operand(inner, "or")),
      );
    case "xor":
      return isTruth(plain, place.truths) ? unequal(plain, place) : bitwise(plain, place);
    case "not":
      return negation(plain.operand, place);
    case "bit":
      return atom(group("int", bracketed("(", operand(plain.operand, "choice"), ")")));
    case "truth":
      return expressionDoc(plain.operand, place);
    case "if":
      return {
        doc: group(
          operand(plain.then, "or"),
          line,
          "if ",
          operand(plain.condition, "or"),
          line,
          "else ",
          operand(plain.otherwise, "choice"),
        ),
        form: "choice",
      };
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
      return total(plain, place);
    case "argmax":
    case "argmin":
      return placeOfExtreme(plain, place);
    case "table": {
      const constant = constantOf(plain);
      if (constant === undefined) return atom(comprehension(plain, place));
      const lengths = plain.ranges.map(({ to }) => to);
      return zerosDoc(lengths, place, constant);
    }
    case "list":
      return atom(listDoc(plain.items, place));
    case "pad":
      return padDoc(plain, place);
    case "softmax":
      return atom(group("softmax", bracketed("(", operand(plain.logits, "choice"), ")")));
  }
}

/** The text as an operand of a form: in parentheses if it binds less tightly. */
export function within({ doc, form }: Printed, outer: Form): Doc {
  return precedence[form] < precedence[outer] ? bracketed("(", doc, ")") : doc;
}

/** ` for i in range(n)`, without what stands before. */
export function clause(range: Range, place: Place): Doc {
  return concat("for ", range.variable, " in ", rangeDoc(range, place));
}

export function atom(doc: Doc): Printed {
  return { doc, form: "atom" };
}

/** Operands with operators between them, broken before operators. */
export function infix(form: Form, first: Doc, rest: readonly (readonly [string, Doc])[]): Printed {
  const parts = rest.map(([operator, operand]) => group(line, operator, " ", operand));
  return { doc: group(first, ...parts), form };
}

function prefix(operator: string, doc: Doc): Printed {
  return { doc: concat(operator, doc), form: "prefix" };
}

function joined(form: Form, operator: string, operands: readonly Doc[]): Printed {
  const [first, ...rest] = operands;
  return infix(
    form,
    first!,
    rest.map((operand) => [operator, operand]),
  );
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** The indices of an element: on a ring -1 is the last one, as in Python. */
function indexDocs(array: string, indices: readonly Expression[], place: Place): readonly Doc[] {
  return indices.map((index, axis) => {
    const length = place.lengths.get(array)?.[axis];
    const plain = index.kind === "modulo" && isOneBack(index, length, place) ? index.left : index;
    return concat("[", expressionDoc(plain, place).doc, "]");
  });
}

function isOneBack(index: Expression, length: Expression | undefined, place: Place): boolean {
  const step = stepBack(index);
  const range = step && place.ranges.get(step.variable);
  if (step === undefined || range === undefined || length === undefined) return false;
  return isFromZero(range) && isSame(step.length, length) && isSame(range.to, length);
}

function sumOfTerms(sum: Of<"add" | "subtract">, place: Place): Printed {
  const [first, ...rest] = signedTerms(sum);
  const lead = first!.isNegative ? negated(first!.magnitude) : first!.magnitude;
  return infix(
    "add",
    within(expressionDoc(lead, place), "add"),
    rest.map(({ isNegative, magnitude }) => [
      isNegative ? "-" : "+",
      within(expressionDoc(magnitude, place), isNegative ? "multiply" : "add"),
    ]),
  );
}

function product({ left, right }: Of<"multiply">, place: Place): Printed {
  const factor = within(expressionDoc(right, place), "prefix");
  if (left.kind === "integer" && left.value === -1) return prefix("-", factor);
  return infix("multiply", within(expressionDoc(left, place), "multiply"), [["*", factor]]);
}

function membership(
  { value, values }: Of<"member">,
  operator: "in" | "not in",
  place: Place,
): Printed {
  const operand = within(expressionDoc(value, place), "bit-or");
  return infix("comparison", operand, [[operator, tuple(values)]]);
}

/** `and` of truths, where 1 <= a and a <= 3 is 1 <= a <= 3. */
function conjunction({ operands }: Of<"and" | "or" | "xor">, place: Place): Printed {
  const links = linkChains(operands).map((link): Printed => {
    if (link.kind !== "chain") return expressionDoc(link, place);
    const [low, middle, high] = link.operands.map((each) =>
      within(expressionDoc(each, place), "bit-or"),
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

const symbols = { and: "&", or: "|", xor: "^" } as const;
const forms = { and: "bit-and", or: "bit-or", xor: "bit-xor" } as const;

/** Logic on bits; beside another bit, & takes the lowest bit of ~b, which is 1 - b. */
function bitwise({ kind, operands }: Of<"and" | "or" | "xor">, place: Place): Printed {
  const form = forms[kind];
  const docs = operands.map((operand) => {
    const plain = idiomatic(operand, place.truths);
    if (kind === "and" && plain.kind === "not") {
      return prefix("~", within(expressionDoc(plain.operand, place), "prefix")).doc;
    }
    const printed = expressionDoc(plain, place);
    return isUnclearBeside(printed.form, form) ? bracketed("(", printed.doc, ")") : printed.doc;
  });
  return joined(form, symbols[kind], docs);
}

/** Exactly an odd number of truths: comparisons chain in Python, so each pair gets parentheses. */
function unequal({ operands }: Of<"and" | "or" | "xor">, place: Place): Printed {
  return operands
    .map((operand) => expressionDoc(operand, place))
    .reduce((left, right) =>
      infix("comparison", within(left, "bit-or"), [["!=", within(right, "bit-or")]]),
    );
}

function negation(operand: Expression, place: Place): Printed {
  if (operand.kind === "member") return membership(operand, "not in", place);
  const printed = expressionDoc(operand, place);
  if (!isTruth(operand, place.truths))
    return infix("add", "1", [["-", within(printed, "multiply")]]);
  return { doc: concat("not ", within(printed, "not")), form: "not" };
}

/** A sum, an extreme or a quantifier; Python adds truths as 0 and 1. */
function total(
  { kind, ranges, body }: Of<"sum" | "any" | "all" | "max" | "min">,
  place: Place,
): Printed {
  const inner = placeInside(place, ranges);
  const plain = idiomatic(body, place.truths);
  const item = expressionDoc(
    kind === "sum" && plain.kind === "bit" ? plain.operand : plain,
    inner,
  ).doc;
  const clauses = ranges.map((range) => concat(line, clause(range, inner)));
  return atom(group(kind, enclosed("(", concat(item, ...clauses), ")")));
}

/** The first place of an extreme: Python's max and min keep the first of equals. */
function placeOfExtreme({ kind, range, body }: Of<"argmax" | "argmin">, place: Place): Printed {
  const inner = placeInside(place, [range]);
  const key = concat("key=lambda ", range.variable, ": ", expressionDoc(body, inner).doc);
  const extreme = kind === "argmax" ? "max" : "min";
  return atom(group(extreme, enclosed("(", concat(rangeDoc(range, inner), ",", line, key), ")")));
}

/** The shortest text that reads back to the same double. */
function numeral(value: number): string {
  return Number.isInteger(value) && !`${value}`.includes("e") ? `${value}.0` : `${value}`;
}

/** A list within a list for each axis; named values inside it are loops over one value. */
function comprehension({ ranges, body }: Of<"table">, start: Place): Doc {
  let place = placeInside(start, ranges);
  const lets: Doc[] = [];
  for (const { name, value } of body.lets) {
    const single = bracketed("(", expressionDoc(value, place).doc, ",)");
    lets.push(concat(line, "for ", name, " in ", single));
    place = placeAfter(place, { name, value });
  }
  const item = expressionDoc(body.result, place).doc;
  return ranges.reduceRight<Doc>((inner, range, axis) => {
    const named = axis === ranges.length - 1 ? lets : [];
    return enclosed("[", concat(inner, line, clause(range, start), ...named), "]");
  }, item);
}

function listDoc(items: readonly Expression[], place: Place): Doc {
  const docs = items.map((item) => expressionDoc(item, place).doc);
  const isPlain = items.every(({ kind }) => kind === "integer");
  return bracketed("[", isPlain ? filled(docs) : separated(docs), "]");
}

function rangeDoc(range: Range, place: Place): Doc {
  const values = spelledOut(range);
  if (values !== undefined) return tuple(values);
  const bounds = isFromZero(range) ? [range.to] : [range.from, range.to];
  const docs = bounds.map((bound) => expressionDoc(bound, place).doc);
  return concat("range(", ...docs.flatMap((doc, k) => (k === 0 ? [doc] : [", ", doc])), ")");
}

function tuple(values: readonly number[]): Doc {
  if (values.length === 1) return `(${values[0]},)`;
  return bracketed("(", filled(values.map(String)), ")");
}
