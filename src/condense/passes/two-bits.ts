import { add, integer } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression } from "../../program/program.ts";
import { rebuild } from "../../program/rebuild.ts";
import { substitute } from "./variables.ts";

/** A condition on two bits: whether it holds where (a, b) is (0, 0), (0, 1), (1, 0), (1, 1). */
export interface OnTwoBits {
  readonly bits: readonly [Expression, Expression];
  readonly holds: readonly boolean[];
}

/** What a condition says of the two bits that it reads; undefined where it reads others. */
export function onTwoBits(condition: Expression): OnTwoBits | undefined {
  const bits: Expression[] = [];
  const truth = readerOf(condition, bits);
  const [a, b, ...others] = bits;
  if (truth === undefined || a === undefined || b === undefined || others.length > 0) {
    return undefined;
  }
  const rows = [0, 1, 2, 3].map((row) => [row >= 2, row % 2 === 1]);
  return { bits: [a, b], holds: rows.map(truth) };
}

/** The same condition, with the bits the other way round. */
export function turned({ bits: [a, b], holds }: OnTwoBits): OnTwoBits {
  return { bits: [b, a], holds: [holds[0]!, holds[2]!, holds[1]!, holds[3]!] };
}

type Reader = (values: readonly boolean[]) => boolean;

/** What a condition says when the bits have these values; those that are new are added to the bits. */
function readerOf(expression: Expression, bits: Expression[]): Reader | undefined {
  const { kind } = expression;
  if (kind === "bit" || kind === "truth") return readerOf(expression.operand, bits);
  if (kind === "not") {
    const read = readerOf(expression.operand, bits);
    return read && ((values) => !read(values));
  }
  if (kind === "and" || kind === "or" || kind === "xor") {
    return readerOfAll(kind, expression.operands, bits);
  }
  if (kind === "any" || kind === "all") {
    const parts = eachOf(expression);
    return parts && readerOfAll(kind === "any" ? "or" : "and", parts, bits);
  }
  if (kind !== "element") return undefined;
  const known = bits.findIndex((each) => isSame([each], [expression]));
  const index = known < 0 ? bits.push(expression) - 1 : known;
  return (values) => values[index]!;
}

function readerOfAll(
  kind: "and" | "or" | "xor",
  operands: readonly Expression[],
  bits: Expression[],
): Reader | undefined {
  const readers = operands.map((operand) => readerOf(operand, bits));
  if (!readers.every((read) => read !== undefined)) return undefined;
  const count = (values: readonly boolean[]): number =>
    readers.filter((read) => read(values)).length;
  switch (kind) {
    case "and":
      return (values) => count(values) === readers.length;
    case "or":
      return (values) => count(values) > 0;
    case "xor":
      return (values) => count(values) % 2 === 1;
  }
}

/** any(x[i + a] for a in range(2)) -> x[i], x[i + 1] */
function eachOf({
  ranges,
  body,
}: Extract<Expression, { readonly kind: "any" | "all" }>): Expression[] | undefined {
  const [only, ...others] = ranges;
  if (only === undefined || others.length > 0) return undefined;
  const { from, to, variable } = only;
  if (from.kind !== "integer" || to.kind !== "integer" || to.value - from.value !== 2) {
    return undefined;
  }
  return [from.value, from.value + 1].map((value) =>
    withoutZeros(substitute(body, new Map([[variable, integer(value)]]))),
  );
}

/** a + 0 -> a */
function withoutZeros(expression: Expression): Expression {
  const inner = rebuild(expression, { expression: withoutZeros });
  if (inner.kind !== "add") return inner;
  const terms = inner.terms.filter((term) => term.kind !== "integer" || term.value !== 0);
  return terms.length === 1 ? terms[0]! : add(...terms);
}
