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
} from "./idiom.ts";
import { type Form, isUnclearBeside, python as precedence } from "./precedence.ts";
import type { Block, Expression, Range, Size } from "./program.ts";

/** The tokens of an expression, and what stands outermost in it. */
export interface Reading {
  readonly tokens: number;
  readonly form: Form;
}

/** What counting knows of the program around an expression, and what it notes down. */
export interface Count {
  readonly shapes: ReadonlyMap<string, readonly Size[]>;
  readonly truths: ReadonlySet<string>;
  /** The values of loop variables; without them, an index `i - 1` on a ring is taken to be in a loop. */
  readonly ranges?: ReadonlyMap<string, Range>;
  /** How often each size is written. */
  readonly uses: Map<string, number>;
}

/** Counts an expression as printed Python: parentheses only where precedence asks for them. */
export function read(expression: Expression, count: Count): Reading {
  const plain = idiomatic(expression, count.truths);
  const operand = (inner: Expression, outer: Form) => within(read(inner, count), outer);
  switch (plain.kind) {
    case "integer":
    case "number":
      return plain.value < 0 ? { tokens: 2, form: "prefix" } : atom(1);
    case "size":
      count.uses.set(plain.name, (count.uses.get(plain.name) ?? 0) + 1);
      return atom(1);
    case "variable":
      return atom(1);
    case "element":
      return atom(1 + total(plain.indices.map((index) => 2 + indexTokens(index, count))));
    case "add":
    case "subtract":
      return sumOfTerms(plain, count);
    case "multiply":
      if (plain.left.kind === "integer" && plain.left.value === -1) {
        return { tokens: 1 + operand(plain.right, "prefix"), form: "prefix" };
      }
      return infix("multiply", [operand(plain.left, "multiply"), operand(plain.right, "prefix")]);
    case "modulo":
    case "divide":
      return infix("multiply", [operand(plain.left, "multiply"), operand(plain.right, "prefix")]);
    case "power":
      return infix("power", [plain.base < 0 ? 4 : 1, operand(plain.exponent, "atom")]);
    case "sign":
      return atom(3 + operand(plain.operand, "choice"));
    case "compare":
      return infix("comparison", [operand(plain.left, "bit-or"), operand(plain.right, "bit-or")]);
    case "member":
      return infix("comparison", [operand(plain.value, "bit-or"), tuple(plain.values)]);
    case "and":
    case "or":
    case "xor":
      return isTruth(plain, count.truths) ? logic(plain, count) : bitwise(plain, count);
    case "not":
      return negation(plain.operand, count);
    case "bit":
      return atom(3 + operand(plain.operand, "choice"));
    case "truth":
      return read(plain.operand, count);
    case "if":
      return {
        tokens:
          2 +
          operand(plain.then, "or") +
          operand(plain.condition, "or") +
          operand(plain.otherwise, "choice"),
        form: "choice",
      };
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min": {
      const body = idiomatic(plain.body, count.truths);
      const item = plain.kind === "sum" && body.kind === "bit" ? body.operand : body;
      const inner = countInside(count, plain.ranges);
      return atom(3 + read(item, inner).tokens + clausesTokens(plain.ranges, inner));
    }
    case "argmax":
    case "argmin": {
      const inner = countInside(count, [plain.range]);
      return atom(9 + rangeTokens(plain.range, inner) + read(plain.body, inner).tokens);
    }
    case "table": {
      if (constantOf(plain) === undefined) {
        return atom(comprehension(plain.ranges, plain.body, count));
      }
      const lengths = plain.ranges.map(({ to }) => to);
      return zerosTokens(lengths, count);
    }
    case "list":
      return atom(1 + total(plain.items.map((item) => 1 + read(item, count).tokens)));
    case "pad":
      return padded(plain, count);
    case "softmax":
      return atom(3 + read(plain.logits, count).tokens);
  }
}

/** The tokens of an operand of a form, with the parentheses that it needs there. */
export function within({ tokens, form }: Reading, outer: Form): number {
  return precedence[form] < precedence[outer] ? tokens + 2 : tokens;
}

/** The counting inside loops. */
export function countInside(count: Count, ranges: readonly Range[]): Count {
  if (count.ranges === undefined) return count;
  const inner = new Map(count.ranges);
  for (const range of ranges) inner.set(range.variable, range);
  return { ...count, ranges: inner };
}

/** The tokens of `for i in range(n) for j in range(m)`. */
export function clausesTokens(ranges: readonly Range[], count: Count): number {
  return total(ranges.map((range) => 3 + rangeTokens(range, count)));
}

/** The tokens of `[[0] * m for _ in range(n)]`, with zeros or another constant. */
export function zerosTokens(lengths: readonly Expression[], count: Count): Reading {
  const [length, ...rest] = lengths;
  const printed = read(length!, count);
  if (rest.length === 0) return { tokens: 4 + within(printed, "prefix"), form: "multiply" };
  return atom(2 + zerosTokens(rest, count).tokens + 6 + printed.tokens);
}

/** The lengths of the arrays of zeros around a padded array; of an array that is no input, a guess. */
export function zeroLengths(
  { array, before, after }: Of<"pad">,
  count: Count,
): readonly Expression[] {
  const shape = count.shapes.get(array) ?? before.map(() => 1);
  return shape.slice(1).map((length, k): Expression => {
    const extra = before[k + 1]! + after[k + 1]!;
    if (typeof length === "number") return { kind: "integer", value: length + extra };
    const size: Expression = { kind: "size", name: length };
    if (extra === 0) return size;
    return { kind: "add", terms: [size, { kind: "integer", value: extra }] };
  });
}

/** The tokens of a padded array whose outermost arrays of zeros take `zero` tokens each. */
export function padTokens(pad: Of<"pad">, axis: number, zero: (axis: number) => number): Reading {
  const { before, after } = pad;
  const counts = [before[axis]!, after[axis]!];
  const isLast = axis === before.length - 1;
  const isLoop =
    !isLast && [...before.slice(axis + 1), ...after.slice(axis + 1)].some((k) => k > 0);
  const items = isLoop ? padTokens(pad, axis + 1, zero).tokens + 4 : 1;
  const isBare = counts[0]! + counts[1]! === 0;
  const item = isLast ? 1 : isBare ? 0 : zero(axis);
  const far = counts.filter((k) => k > 3).map(() => 4 + item);
  const near = total(counts.filter((k) => k <= 3)) * (item + 1);
  const middle = 2 + near + items + (isLoop ? (near === 0 ? 0 : 3) : 1);
  return far.length === 0 ? atom(middle) : infix("add", [middle, ...far]);
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

function atom(tokens: number): Reading {
  return { tokens, form: "atom" };
}

function infix(form: Form, operands: readonly number[]): Reading {
  return { tokens: total(operands) + operands.length - 1, form };
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/** On a ring, `x[i - 1]` needs no modulo where i runs over all of it. */
function indexTokens(index: Expression, count: Count): number {
  const isPlain = index.kind === "modulo" && isOneBack(index, count);
  return read(isPlain ? index.left : index, count).tokens;
}

function isOneBack(index: Expression, { ranges }: Count): boolean {
  const step = stepBack(index);
  if (step === undefined || ranges === undefined) return step !== undefined;
  const range = ranges.get(step.variable);
  return range !== undefined && isFromZero(range) && isSame(range.to, step.length);
}

function sumOfTerms(sum: Of<"add" | "subtract">, count: Count): Reading {
  const operands = signedTerms(sum).map(({ isNegative, magnitude }, k) => {
    if (k === 0) return within(read(isNegative ? negated(magnitude) : magnitude, count), "add");
    return within(read(magnitude, count), isNegative ? "multiply" : "add");
  });
  return infix("add", operands);
}

function logic({ kind, operands }: Of<"and" | "or" | "xor">, count: Count): Reading {
  if (kind === "and") return conjunction(operands, count);
  const readings = operands.map((operand) => read(operand, count));
  if (kind === "or")
    return infix(
      "or",
      readings.map((reading) => within(reading, "or")),
    );
  return readings.reduce((left, right) =>
    infix("comparison", [within(left, "bit-or"), within(right, "bit-or")]),
  );
}

function conjunction(operands: readonly Expression[], count: Count): Reading {
  const links = linkChains(operands).map((link) =>
    link.kind === "chain"
      ? infix(
          "comparison",
          link.operands.map((each) => within(read(each, count), "bit-or")),
        )
      : read(link, count),
  );
  if (links.length === 1) return links[0]!;
  return infix(
    "and",
    links.map((link) => within(link, "and")),
  );
}

const forms = { and: "bit-and", or: "bit-or", xor: "bit-xor" } as const;

function bitwise({ kind, operands }: Of<"and" | "or" | "xor">, count: Count): Reading {
  const outer = forms[kind];
  const counts = operands.map((operand) => {
    const plain = idiomatic(operand, count.truths);
    if (kind === "and" && plain.kind === "not") {
      return 1 + within(read(plain.operand, count), "prefix");
    }
    const { tokens, form } = read(plain, count);
    return isUnclearBeside(form, outer) ? tokens + 2 : tokens;
  });
  return infix(outer, counts);
}

function negation(operand: Expression, count: Count): Reading {
  const reading = read(operand, count);
  if (operand.kind === "member") return { ...reading, tokens: reading.tokens + 1 };
  if (!isTruth(operand, count.truths)) return infix("add", [1, within(reading, "multiply")]);
  return { tokens: 1 + within(reading, "not"), form: "not" };
}

function comprehension(ranges: readonly Range[], body: Block, start: Count): number {
  const count = countInside(start, ranges);
  const lets = body.lets.map(({ value }) => 6 + read(value, count).tokens);
  const item = total(lets) + read(body.result, count).tokens;
  return 2 * ranges.length + clausesTokens(ranges, count) + item;
}

function padded(pad: Of<"pad">, count: Count): Reading {
  return padTokens(
    pad,
    0,
    (axis) => zerosTokens(zeroLengths(pad, count).slice(axis), count).tokens,
  );
}

function rangeTokens(range: Range, count: Count): number {
  const values = spelledOut(range);
  if (values !== undefined) return tuple(values);
  const to = read(range.to, count).tokens;
  return 3 + to + (isFromZero(range) ? 0 : 1 + read(range.from, count).tokens);
}

function tuple(values: readonly number[]): number {
  if (values.length === 0) return 2;
  const tokens = total(values.map((value) => (value < 0 ? 3 : 2)));
  return values.length === 1 ? tokens + 2 : tokens + 1;
}
