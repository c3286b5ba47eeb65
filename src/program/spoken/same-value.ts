import { bit, compare } from "../build.ts";
import { isFromZero, isSame } from "../idiom.ts";
import { mentions } from "../mentions.ts";
import type { Expression, Range } from "../program.ts";

/** A loop over all values that asks whether two inputs both have one, as one comparison. */
export function sameValue(expression: Expression, told: Telling): Expression {
  switch (expression.kind) {
    case "any":
    case "sum":
      return withoutLoop(expression, told) ?? expression;
    default:
      return expression;
  }
}

/** What a comparison compares with the value at a loop's variable; undefined where it does not. */
export type Telling = (comparison: Expression, variable: string) => Told | undefined;

export interface Told {
  readonly item: Expression;
  readonly values: readonly string[];
}

type Loop =
  | Extract<Expression, { readonly kind: "any" | "all" }>
  | Extract<Expression, { readonly kind: "sum" }>;

/** any(a == values[c] and b == values[c] for c) -> a == b, and the sum of these bits is bit(a == b) */
function withoutLoop(loop: Loop, told: Telling): Expression | undefined {
  for (const range of loop.ranges) {
    const equality = equalityOver(range, loop, told);
    if (equality === undefined) continue;
    const ranges = loop.ranges.filter((other) => other !== range);
    const body = loop.kind === "sum" ? bit(equality) : equality;
    return ranges.length === 0 ? body : { ...loop, ranges, body };
  }
  return undefined;
}

function equalityOver(range: Range, loop: Loop, told: Telling): Expression | undefined {
  const bounds = loop.ranges.flatMap(({ from, to }) => [from, to]);
  if (!isFromZero(range) || bounds.some((bound) => mentions(bound, [range.variable]))) {
    return undefined;
  }
  const factors = factorsOf(loop);
  const compared = factors.flatMap((factor) => told(factor, range.variable) ?? []);
  const rest = factors.filter((factor) => told(factor, range.variable) === undefined);
  const [a, b, ...more] = compared;
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  if (rest.some((factor) => mentions(factor, [range.variable]))) return undefined;
  const isWhole = isSame(range.to, { kind: "integer", value: a.values.length });
  if (!isWhole || !isSame(a.values, b.values)) return undefined;
  const equality = compare(a.item, "==", b.item);
  return rest.length === 0 ? equality : { kind: "and", operands: [equality, ...rest] };
}

/** The truths that all have to hold at one place of the loop. */
function factorsOf({ kind, body }: Loop): readonly Expression[] {
  if (kind !== "sum") return body.kind === "and" ? body.operands : [];
  if (body.kind === "multiply") {
    const { left, right } = body;
    return left.kind === "bit" && right.kind === "bit" ? [left.operand, right.operand] : [];
  }
  return body.kind === "bit" && body.operand.kind === "and" ? body.operand.operands : [];
}
