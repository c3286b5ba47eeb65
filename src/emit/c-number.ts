import { idiomatic, negated, signedTerms } from "../program/idiom.ts";
import { type Form, isUnclearBeside, c as precedence } from "../program/precedence.ts";
import type { Expression } from "../program/program.ts";
import { flatIndex } from "./c-index.ts";
import { sizeDoc } from "./c-size.ts";
import { truthDoc } from "./c-truth.ts";
import { type CType, isSizes, rangeType, typeOfSpan } from "./c-type.ts";
import { bracketed, concat, type Doc, flat, group, indent, line, separated } from "./layout.ts";
import { atom, infix, numeral, type Printed, within } from "./printed.ts";
import { isNatural, naturalDividend } from "./remainder.ts";
import { areChecked } from "./safe.ts";
import { type Helper, helperName, type Scene, spanIn } from "./scene.ts";
import { INT32, isWithin } from "./span.ts";

/** A number, and the type in which C computes it. */
export interface PrintedNumber extends Printed {
  readonly type: CType;
}

/**
 * A number as C computes it without overflow, with its sign.
 *
 * Sizes have no sign in C, and lend that to what they are mixed with: here they are cast.
 */
export function numberDoc(expression: Expression, scene: Scene): PrintedNumber {
  const plain = idiomatic(expression, scene.place.truths);
  if (isSizes(plain, scene)) return castSizes(plain, scene);
  const inner = (part: Expression) => numberDoc(part, scene);
  switch (plain.kind) {
    case "integer":
      return { ...signed(plain.value, `${plain.value}`), type: typeOfInteger(plain.value) };
    case "number":
      return { ...signed(plain.value, real(plain.value)), type: "double" };
    case "size":
      return castSizes(plain, scene);
    case "variable":
      return { ...atom(plain.name), type: typeOfName(plain.name, scene) };
    case "element": {
      return {
        ...atom(group(plain.array, bracketed("[", indexDoc(plain, scene), "]"))),
        type: typeOfSpan(scene.spans.get(plain.array)!, scene),
      };
    }
    case "add":
    case "subtract":
      return sumOfTerms(plain, scene);
    case "multiply":
      return product(plain, scene);
    case "modulo": {
      const dividend = naturalDividend(plain.left, plain.right, scene);
      if (dividend === undefined) return called("modulo", [plain.left, plain.right], scene);
      return quotient("%", inner(dividend), inner(plain.right));
    }
    case "divide":
      if (!isNatural(plain.left, scene)) {
        return called("floor_divide", [plain.left, plain.right], scene);
      }
      return quotient("/", inner(plain.left), inner(plain.right));
    case "power":
      return power(plain, scene);
    case "sign": {
      const isReal = spanIn(plain.operand, scene).kind === "real";
      const call = called(isReal ? "sign_of_real" : "sign", [plain.operand], scene);
      return { ...call, type: "int32_t" };
    }
    case "not": {
      const operand = within(inner(plain.operand), "multiply", precedence);
      return { ...infix("add", "1", [["-", operand]]), type: "int32_t" };
    }
    case "and":
    case "or":
    case "xor":
      return { ...bitwise(plain, scene), type: "int32_t" };
    case "bit":
      return { ...truthDoc(plain.operand, scene), type: "int32_t" };
    case "if":
      return choice(plain, scene);
    default:
      throw new Error(`bug: ${plain.kind} as a number`);
  }
}

/** A number where it is stored: C converts it to the type of what it is stored in. */
export function storedDoc(expression: Expression, scene: Scene): Printed {
  const plain = idiomatic(expression, scene.place.truths);
  return isSizes(plain, scene) ? sizeDoc(plain, scene) : numberDoc(plain, scene);
}

/** The type of what holds a named value. */
export function typeOfName(name: string, scene: Scene): CType {
  const range = scene.place.ranges.get(name);
  if (range !== undefined) {
    const type = rangeType(range, scene);
    return type === "size_t" ? "int64_t" : type;
  }
  return typeOfSpan(scene.spans.get(name)!, scene);
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

/** An operand of a comparison; gcc takes `!a == b` for a slip. */
export function compared(printed: Printed): Doc {
  return printed.form === "not"
    ? bracketed("(", printed.doc, ")")
    : within(printed, "add", precedence);
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

function castSizes(plain: Expression, scene: Scene): PrintedNumber {
  const operand = within(sizeDoc(plain, scene), "prefix", precedence);
  return { doc: concat("(int64_t)", operand), form: "prefix", type: "int64_t" };
}

function cast(printed: PrintedNumber): PrintedNumber {
  const operand = within(printed, "prefix", precedence);
  return { doc: concat("(int64_t)", operand), form: "prefix", type: "int64_t" };
}

function signed(value: number, text: string): Printed {
  return value < 0 ? { doc: text, form: "prefix" } : atom(text);
}

function real(value: number): string {
  return value < 0 ? `-${numeral(-value)}` : numeral(value);
}

function typeOfInteger(value: number): CType {
  return Math.abs(value) < 2 ** 31 ? "int32_t" : "int64_t";
}

function sumOfTerms(plain: Of<"add" | "subtract">, scene: Scene): PrintedNumber {
  const terms = signedTerms(plain);
  const values = terms.map(({ isNegative, magnitude }) =>
    isNegative ? negated(magnitude) : magnitude,
  );
  const printed = terms.map(({ magnitude }, k) =>
    numberDoc(k === 0 ? values[0]! : magnitude, scene),
  );
  const narrow = printed.findIndex(({ type }) => type !== "int32_t");
  const leading = values.slice(0, narrow < 0 ? values.length : narrow);
  const isWide = leading.some((_, k) => !fitsInt32(sum(leading.slice(0, k + 1)), scene));
  const first = isWide && printed[0]!.type === "int32_t" ? cast(printed[0]!) : printed[0]!;
  const operands = [first, ...printed.slice(1)];
  return {
    ...infix(
      "add",
      within(first, "add", precedence),
      operands.slice(1).map((operand, k) => {
        const { isNegative } = terms[k + 1]!;
        return [
          isNegative ? "-" : "+",
          within(operand, isNegative ? "multiply" : "add", precedence),
        ];
      }),
    ),
    type: widest(operands),
  };
}

function sum(terms: readonly Expression[]): Expression {
  return { kind: "add", terms };
}

function fitsInt32(expression: Expression, scene: Scene): boolean {
  const span = spanIn(expression, scene);
  return span.kind !== "integer" || isWithin(span, scene.sizes, INT32);
}

function widest(operands: readonly PrintedNumber[]): CType {
  const types = operands.map(({ type }) => type);
  if (types.includes("double")) return "double";
  return types.includes("int64_t") ? "int64_t" : "int32_t";
}

function product(plain: Of<"multiply">, scene: Scene): PrintedNumber {
  let [left, right] = [numberDoc(plain.left, scene), numberDoc(plain.right, scene)];
  const isNarrow = left.type === "int32_t" && right.type === "int32_t";
  if (isNarrow && !fitsInt32(plain, scene)) {
    if (plain.left.kind === "integer") right = cast(right);
    else left = cast(left);
  }
  const type = widest([left, right]);
  if (plain.left.kind === "integer" && plain.left.value === -1) {
    const isClear = right.form === "atom" || flat(right.doc).startsWith("(int64_t)");
    const operand = isClear ? right.doc : bracketed("(", right.doc, ")");
    return { doc: concat("-", operand), form: "prefix", type };
  }
  return {
    ...infix("multiply", within(left, "multiply", precedence), [
      ["*", within(right, "prefix", precedence)],
    ]),
    type,
  };
}

function quotient(operator: "%" | "/", left: PrintedNumber, right: PrintedNumber): PrintedNumber {
  return {
    ...infix("multiply", within(left, "multiply", precedence), [
      [operator, within(right, "prefix", precedence)],
    ]),
    type: widest([left, right]),
  };
}

function called(helper: Helper, operands: readonly Expression[], scene: Scene): PrintedNumber {
  const docs = operands.map((operand) => storedDoc(operand, scene).doc);
  const call = group(helperName(helper, scene), bracketed("(", separated(docs), ")"));
  return { ...atom(call), type: "int64_t" };
}

/** The place in the flat array; indices that values say are checked. */
function indexDoc(element: Of<"element">, scene: Scene): Doc {
  const isChecked = areChecked(element, scene);
  if (!isChecked.includes(true)) return sizeDoc(flatIndex(element, scene), scene).doc;
  const lengths = scene.place.lengths.get(element.array)!;
  const docs = element.indices.map((index, axis) =>
    isChecked[axis]
      ? called("place", [index, lengths[axis]!], scene).doc
      : within(sizeDoc(index, scene), "prefix", precedence),
  );
  return docs.reduce((flat, doc, axis) => {
    const length = within(sizeDoc(lengths[axis]!, scene), "prefix", precedence);
    return concat(axis === 1 ? flat : concat("(", flat, ")"), " * ", length, " + ", doc);
  });
}

/** Powers of 2 are shifts. */
function power(plain: Of<"power">, scene: Scene): PrintedNumber {
  if (plain.base !== 2) {
    const base: Expression = { kind: "integer", value: plain.base };
    return called("power", [base, plain.exponent], scene);
  }
  const isShort = fitsInt32(plain, scene);
  const exponent = within(storedDoc(plain.exponent, scene), "atom", precedence);
  const one = isShort ? "1" : "(int64_t)1";
  return {
    doc: concat(one, " << ", exponent),
    form: "power",
    type: isShort ? "int32_t" : "int64_t",
  };
}

const symbols = { and: "&", or: "|", xor: "^" } as const;
const forms = { and: "bit-and", or: "bit-or", xor: "bit-xor" } as const;

/** Logic on bits; beside another bit, & takes the lowest bit of ~b, which is 1 - b. */
function bitwise({ kind, operands }: Of<"and" | "or" | "xor">, scene: Scene): Printed {
  const form: Form = forms[kind];
  const [first, ...rest] = operands.map((operand): Doc => {
    const plain = idiomatic(operand, scene.place.truths);
    if (kind === "and" && plain.kind === "not") {
      return concat("~", within(numberDoc(plain.operand, scene), "prefix", precedence));
    }
    const printed = numberDoc(plain, scene);
    const isUnclear = printed.form === "not" || isUnclearBeside(printed.form, form);
    return isUnclear ? bracketed("(", printed.doc, ")") : printed.doc;
  });
  return infix(
    form,
    first!,
    rest.map((operand) => [symbols[kind], operand]),
  );
}

function choice(plain: Of<"if">, scene: Scene): PrintedNumber {
  const [then, otherwise] = [numberDoc(plain.then, scene), numberDoc(plain.otherwise, scene)];
  const condition = truthDoc(plain.condition, scene);
  return { ...ternary(condition, then, otherwise), type: widest([then, otherwise]) };
}
