import type { Label } from "../math/label.ts";
import { idiomatic, negated, signedTerms } from "../program/idiom.ts";
import { ofTwo } from "../program/of-two.ts";
import { type Form, isUnclearBeside, typescript as precedence } from "../program/precedence.ts";
import type { Expression } from "../program/program.ts";
import { labelText } from "./label-text.ts";
import { bracketed, concat, type Doc, filled, group, indent, line, separated } from "./layout.ts";
import { atom, infix, type Printed, within } from "./printed.ts";
import { isNatural, naturalDividend } from "./remainder.ts";
import { areChecked } from "./safe.ts";
import { helperName, type Scene, spanIn } from "./scene.ts";
import { isWithin, SAFE, type Whole } from "./span.ts";
import { spanOf } from "./span-of.ts";
import { sumDoc } from "./typescript-reduction.ts";
import { truthDoc } from "./typescript-truth.ts";

/** Printed numbers are doubles or, where those would not be exact, big integers. */
export interface PrintedNumber extends Printed {
  readonly isBig: boolean;
}

/** Indices that values say are checked: an array has no value at others. */
function indexDocs(element: Extract<Expression, { kind: "element" }>, scene: Scene): Doc[] {
  const lengths = scene.place.lengths.get(element.array) ?? [];
  const isChecked = areChecked(element, scene);
  return element.indices.map((index, axis) => {
    const { doc } = plainDoc(index, scene);
    if (!isChecked[axis]) return doc;
    return call(helperName("place", scene), doc, plainDoc(lengths[axis]!, scene).doc).doc;
  });
}

/** A number as TypeScript. */
export function numberDoc(expression: Expression, scene: Scene): PrintedNumber {
  const plain = idiomatic(expression, scene.place.truths);
  const inner = (part: Expression) => numberDoc(part, scene);
  switch (plain.kind) {
    case "integer":
    case "number":
      return small(signed(plain.value));
    case "size":
      return small(atom(scene.place.inlined.get(plain.name) ?? plain.name));
    case "variable":
      return { ...atom(plain.name), isBig: isBigName(plain.name, scene) };
    case "element": {
      const texts = scene.place.texts.get(plain.array);
      if (texts !== undefined) return small(textDoc(texts, plain.indices[0]!, scene));
      const indices = indexDocs(plain, scene).map((index) => concat("[", index, "]"));
      return { ...atom(concat(plain.array, ...indices)), isBig: isBigName(plain.array, scene) };
    }
    case "add":
    case "subtract":
      return sumOfTerms(plain, scene);
    case "multiply":
      return product(plain, scene);
    case "modulo":
      return remainder(plain, scene);
    case "divide":
      return quotient(plain, scene);
    case "power":
      return power(plain, scene);
    case "sign":
      return small(call("Math.sign", plainDoc(plain.operand, scene).doc));
    case "not":
      return small(
        infix("add", "1", [["-", within(inner(plain.operand), "multiply", precedence)]]),
      );
    case "and":
    case "or":
    case "xor":
      return small(bitwise(plain, scene));
    case "bit":
      return small(call("Number", truthDoc(plain.operand, scene).doc));
    case "if":
      return choice(plain, scene);
    case "sum":
      return small(sumDoc(plain, scene));
    default:
      throw new Error(`bug: ${plain.kind} as a number`);
  }
}

/** A constant out of an array of those. */
function textDoc(texts: readonly Label[], at: Expression, scene: Scene): Printed {
  if (at.kind === "integer") {
    const text = labelText(texts[at.value]!);
    return text.startsWith("-") ? { doc: text, form: "prefix" } : atom(text);
  }
  const index = plainDoc(at, scene).doc;
  return atom(concat(textsDoc(texts), "[", index, "]!"));
}

/** An array of constants. */
export function textsDoc(texts: readonly Label[]): Doc {
  return bracketed("[", filled(texts.map(labelText)), "]");
}

/** A number as a double, for places where there are no big integers. */
export function plainDoc(expression: Expression, scene: Scene): Printed {
  return asDouble(numberDoc(expression, scene));
}

export function asDouble(printed: PrintedNumber): Printed {
  return printed.isBig ? call("Number", printed.doc) : printed;
}

export function asBig({ doc, form, isBig }: PrintedNumber): Printed {
  if (isBig) return { doc, form };
  const text = typeof doc === "string" && /^-?\d+$/.test(doc);
  return text ? { doc: `${doc}n`, form } : call("BigInt", doc);
}

/** The same kind of numbers on both sides. */
export function alike(a: PrintedNumber, b: PrintedNumber): readonly [Printed, Printed] {
  return a.isBig || b.isBig ? [asBig(a), asBig(b)] : [a, b];
}

/** `c ? a : b`, broken before `?` and `:`. */
export function ternary(condition: Printed, then: Printed, otherwise: Printed): Printed {
  const doc = group(
    within(condition, "or", precedence),
    indent(
      line,
      "? ",
      within(then, "or", precedence),
      line,
      ": ",
      within(otherwise, "choice", precedence),
    ),
  );
  return { doc, form: "choice" };
}

/** Is a value, or an element of an array, a big integer? Loop variables and sizes never are. */
export function isBigName(name: string, { place, spans, sizes }: Scene): boolean {
  const span = spans.get(name);
  if (span?.kind !== "integer" || place.ranges.has(name)) return false;
  return !isWithin(span, sizes, SAFE);
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

function small(printed: Printed): PrintedNumber {
  return { ...printed, isBig: false };
}

function signed(value: number): Printed {
  return value < 0 ? { doc: `${value}`, form: "prefix" } : atom(`${value}`);
}

function call(name: string, ...values: readonly Doc[]): Printed {
  return atom(group(name, bracketed("(", separated(values), ")")));
}

/** Does a computation pass 2^53 on the way, for some sizes and inputs that are allowed? */
function needsBig(expression: Expression, { spans, sizes }: Scene): boolean {
  let isSafe = true;
  const note = (whole: Whole) => {
    isSafe &&= isWithin(whole, sizes, SAFE);
  };
  // Parts of another kind, such as the bounds of an index, do not make the whole big.
  const parts = arithmeticParts(expression).map((part) => spanOf(part, spans, { sizes }));
  if (parts.some(({ kind }) => kind === "real")) return false;
  const span = spanOf(expression, spans, { sizes });
  if (span.kind === "integer") note(span);
  if (expression.kind === "add") partialSums(expression, { spans, sizes, note });
  return !isSafe;
}

function partialSums(
  { terms }: Of<"add">,
  {
    spans,
    sizes,
    note,
  }: Pick<Scene, "spans" | "sizes"> & { readonly note: (whole: Whole) => void },
): void {
  terms.forEach((_, k) => {
    const span = spanOf({ kind: "add", terms: terms.slice(0, k + 1) }, spans, { sizes });
    if (span.kind === "integer") note(span);
  });
}

function arithmeticParts(expression: Expression): readonly Expression[] {
  if (expression.kind === "add") return expression.terms;
  return "left" in expression ? [expression.left, expression.right] : [];
}

function sumOfTerms(plain: Of<"add" | "subtract">, scene: Scene): PrintedNumber {
  const [first, ...rest] = signedTerms(plain);
  const lead = first!.isNegative ? negated(first!.magnitude) : first!.magnitude;
  const parts = [
    { operator: "+", printed: numberDoc(lead, scene) },
    ...rest.map(({ isNegative, magnitude }) => ({
      operator: isNegative ? "-" : "+",
      printed: numberDoc(magnitude, scene),
    })),
  ];
  const isBig =
    needsBig(plain, scene) || (isWhole(plain, scene) && parts.some(({ printed }) => printed.isBig));
  const operand = (printed: PrintedNumber, outer: Form) =>
    within(isBig ? asBig(printed) : asDouble(printed), outer, precedence);
  const sum = infix(
    "add",
    operand(parts[0]!.printed, "add"),
    parts
      .slice(1)
      .map(({ operator, printed }) => [
        operator,
        operand(printed, operator === "-" ? "multiply" : "add"),
      ]),
  );
  return { ...sum, isBig };
}

function isWhole(expression: Expression, scene: Scene): boolean {
  return spanIn(expression, scene).kind === "integer";
}

/** Both operands as they are needed, and whether that is as big integers. */
function operands(plain: Of<"multiply" | "modulo" | "divide">, scene: Scene) {
  const [left, right] = [numberDoc(plain.left, scene), numberDoc(plain.right, scene)];
  const isBig = isWhole(plain, scene) && (needsBig(plain, scene) || left.isBig || right.isBig);
  const convert = isBig ? asBig : asDouble;
  return { left: convert(left), right: convert(right), isBig };
}

function product(plain: Of<"multiply">, scene: Scene): PrintedNumber {
  const { left, right, isBig } = operands(plain, scene);
  const factor = within(right, "prefix", precedence);
  if (plain.left.kind === "integer" && plain.left.value === -1) {
    const isClear = right.form !== "prefix" && right.form !== "power";
    return {
      doc: concat("-", isClear ? factor : bracketed("(", factor, ")")),
      form: "prefix",
      isBig,
    };
  }
  return { ...infix("multiply", within(left, "multiply", precedence), [["*", factor]]), isBig };
}

/** The remainder has the dividend's sign in TypeScript: where that may be -, divisors are added. */
function remainder(plain: Of<"modulo">, scene: Scene): PrintedNumber {
  const natural = naturalDividend(plain.left, plain.right, scene);
  if (natural !== undefined) {
    const { left, right, isBig } = operands({ ...plain, left: natural }, scene);
    const divisor = within(right, "prefix", precedence);
    return { ...infix("multiply", within(left, "multiply", precedence), [["%", divisor]]), isBig };
  }
  const { left, right, isBig } = operands(plain, scene);
  const divisor = within(right, "prefix", precedence);
  const rest = infix("multiply", within(left, "multiply", precedence), [["%", divisor]]);
  const raised = infix("add", rest.doc, [["+", within(right, "add", precedence)]]);
  return { ...infix("multiply", bracketed("(", raised.doc, ")"), [["%", divisor]]), isBig };
}

function quotient(plain: Of<"divide">, scene: Scene): PrintedNumber {
  const { left, right, isBig } = operands(plain, scene);
  const divide = (dividend: Doc) =>
    infix("multiply", dividend, [["/", within(right, "prefix", precedence)]]);
  if (!isBig) return small(call("Math.floor", divide(within(left, "multiply", precedence)).doc));
  if (isNatural(plain.left, scene)) {
    return { ...divide(within(left, "multiply", precedence)), isBig };
  }
  const rest: Expression = { kind: "modulo", left: plain.left, right: plain.right };
  const multiple = infix("add", within(left, "add", precedence), [
    ["-", within(asBig(numberDoc(rest, scene)), "multiply", precedence)],
  ]);
  return { ...divide(bracketed("(", multiple.doc, ")")), isBig };
}

function power(plain: Of<"power">, scene: Scene): PrintedNumber {
  const exponent = numberDoc(plain.exponent, scene);
  const isBig = needsBig(plain, scene) || exponent.isBig;
  const convert = isBig ? asBig : asDouble;
  const base = convert(small(signed(plain.base)));
  const raised = within(convert(exponent), "power", precedence);
  return {
    doc: concat(within(base, "atom", precedence), " ** ", raised),
    form: "power",
    isBig,
  };
}

const symbols = { and: "&", or: "|", xor: "^" } as const;
const forms = { and: "bit-and", or: "bit-or", xor: "bit-xor" } as const;

/** Logic on bits; beside another bit, & takes the lowest bit of ~b, which is 1 - b. */
function bitwise({ kind, operands }: Of<"and" | "or" | "xor">, scene: Scene): Printed {
  const form = forms[kind];
  const [first, ...rest] = operands.map((operand): Doc => {
    const plain = idiomatic(operand, scene.place.truths);
    if (kind === "and" && plain.kind === "not") {
      return concat("~", within(plainDoc(plain.operand, scene), "prefix", precedence));
    }
    const printed = plainDoc(plain, scene);
    return isUnclearBeside(printed.form, form) ? bracketed("(", printed.doc, ")") : printed.doc;
  });
  return infix(
    form,
    first!,
    rest.map((operand) => [symbols[kind], operand]),
  );
}

function choice(plain: Of<"if">, scene: Scene): PrintedNumber {
  const shorter = ofTwo(plain);
  const parts = shorter?.arguments.map((part) => numberDoc(part, scene)) ?? [];
  // There are no such functions of big integers.
  if (shorter !== undefined && parts.every(({ isBig }) => !isBig)) {
    return small(call(`Math.${shorter.name}`, ...parts.map(({ doc }) => doc)));
  }
  const [then, otherwise] = [numberDoc(plain.then, scene), numberDoc(plain.otherwise, scene)];
  const isBig = isWhole(plain, scene) && (then.isBig || otherwise.isBig);
  const convert = isBig ? asBig : asDouble;
  return { ...ternary(truthDoc(plain.condition, scene), convert(then), convert(otherwise)), isBig };
}
