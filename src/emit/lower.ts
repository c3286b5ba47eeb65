import { idiomatic, isTruth } from "../program/idiom.ts";
import type { Block, Expression, Range } from "../program/program.ts";
import { lengthsIn } from "./lengths-in.ts";
import { assignArray } from "./lower-array.ts";
import { lowerReduction, type Reduction } from "./lower-reduction.ts";
import { lowerFold } from "./lower-scan.ts";
import type { Procedure } from "./procedure.ts";
import { isSafe } from "./safe.ts";
import { spanIn } from "./scene.ts";

/** Writes the steps for the named values of a block. */
export function lowerLets(block: Block, out: Procedure): void {
  for (const { name, value } of block.lets) assign(name, value, out);
}

/** Writes the steps that give a name to a value. */
function assign(name: string, value: Expression, out: Procedure): void {
  if (lengthsIn(value, out.scene) !== undefined) {
    assignArray(name, value, out);
    return;
  }
  const known = { span: spanIn(value, out.scene) };
  const lowered = lower(value, out, name);
  if (lowered.kind !== "variable" || lowered.name !== name) out.name(name, lowered, known);
}

/**
 * The value of a number or truth without sums, quantifiers and extremes, after steps that compute them.
 *
 * `name` is that of a variable to hold the value, if there must be one. Nothing is computed that
 * `evaluate` leaves out, unless it cannot fail.
 */
export function lower(expression: Expression, out: Procedure, name?: string): Expression {
  const plain = idiomatic(expression, out.scene.place.truths);
  const inner = (part: Expression) => lower(part, out);
  switch (plain.kind) {
    case "integer":
    case "number":
    case "size":
    case "variable":
      return plain;
    case "element":
      return { ...plain, indices: plain.indices.map(inner) };
    case "add":
      return { ...plain, terms: plain.terms.map(inner) };
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "compare":
      return { ...plain, left: inner(plain.left), right: inner(plain.right) };
    case "power":
      return { ...plain, exponent: inner(plain.exponent) };
    case "sign":
    case "not":
    case "bit":
    case "truth":
      return { ...plain, operand: inner(plain.operand) };
    case "member":
      return membership(plain, out);
    case "and":
    case "or":
      if (isTruth(plain, out.scene.place.truths)) return junction(plain, out);
      return { ...plain, operands: plain.operands.map(inner) };
    case "xor":
      return { ...plain, operands: plain.operands.map(inner) };
    case "if":
      return choice(plain, out, name);
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
      return lowerReduction(plain satisfies Reduction, out, name);
    case "fold":
      return lowerFold(plain, out);
    case "table":
    case "scan":
    case "list":
    case "pad":
    case "softmax":
      throw new Error(`bug: ${plain.kind} among numbers`);
  }
}

/** Ranges with bounds that are ready to be written. */
export function lowerRanges(ranges: readonly Range[], out: Procedure): readonly Range[] {
  return ranges.map(({ variable, from, to }) => ({
    variable,
    from: lower(from, out),
    to: lower(to, out),
  }));
}

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/** Without a way to look for a value, it is compared several times: better a name. */
function membership(plain: Of<"member">, out: Procedure): Expression {
  const value = lower(plain.value, out);
  const isShort = value.kind === "variable" || value.kind === "element";
  if (isShort || out.dialect.hasMembership || !isSafe(value, out.scene)) return { ...plain, value };
  const name = out.fresh("value");
  out.name(name, value, { span: spanIn(value, out.scene) });
  return { ...plain, value: { kind: "variable", name } };
}

/** `and` and `or` leave out what does not matter: steps for it stand in a condition, if they may fail. */
function junction(plain: Of<"and" | "or" | "xor">, out: Procedure): Expression {
  const [first, ...rest] = plain.operands;
  let known: readonly Expression[] = [lower(first!, out)];
  for (const operand of rest) {
    const trial = out.inside();
    const value = lower(operand, trial);
    if (trial.steps.length === 0 || isSafe(operand, out.scene)) {
      out.adopt(trial);
      known = [...known, value];
      continue;
    }
    known = [afterCondition(plain.kind, known, { operand, out })];
  }
  return known.length === 1 ? known[0]! : { ...plain, operands: known };
}

/** A name for `known and operand`, or `known or operand`, that computes the operand only if need be. */
function afterCondition(
  kind: "and" | "or" | "xor",
  known: readonly Expression[],
  { operand, out }: { readonly operand: Expression; readonly out: Procedure },
): Expression {
  const name = out.fresh("holds");
  const variable: Expression = { kind: "variable", name };
  const value = known.length === 1 ? known[0]! : ({ kind, operands: known } as const);
  out.start({ name, value, span: { kind: "truth" } });
  const inner = out.inside();
  inner.set(name, lower(operand, inner));
  out.choose(kind === "and" ? variable : { kind: "not", operand: variable }, inner);
  return variable;
}

function choice(plain: Of<"if">, out: Procedure, wanted?: string): Expression {
  const condition = lower(plain.condition, out);
  const trials = [plain.then, plain.otherwise].map((part) => {
    const inner = out.inside();
    return { value: lower(part, inner), steps: inner.steps };
  });
  if (trials.every(({ steps }) => steps.length === 0)) {
    return { ...plain, condition, then: trials[0]!.value, otherwise: trials[1]!.value };
  }
  const name = wanted ?? out.fresh("value");
  out.start({ name, value: { kind: "none" }, span: spanIn(plain, out.scene) });
  const [then, otherwise] = [plain.then, plain.otherwise].map((part) => {
    const inner = out.inside();
    inner.set(name, lower(part, inner));
    return inner;
  });
  out.choose(condition, then!, otherwise);
  return { kind: "variable", name };
}
