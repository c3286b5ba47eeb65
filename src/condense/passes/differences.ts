import { any, bit, not, sum, truth, variable, xor } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression, Program, Range } from "../../program/program.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { rebuild, rebuildBlock } from "../../program/rebuild.ts";
import { substitute } from "./variables.ts";

type Of<Kind extends Expression["kind"]> = Extract<Expression, { readonly kind: Kind }>;

/**
 * Counts where two bits differ at once, rather than where only the one is 1 and where only the other is;
 * that none differ is that all are equal.
 *
 * Of both forms the one that is shorter to read stays.
 */
export function sayDifferences(program: Program): Program {
  const said = { ...program, body: rebuildBlock(program.body, visit) };
  return readingCost(said) < readingCost(program) ? said : program;
}

function visit(expression: Expression): Expression {
  const inner = rebuild(expression, { expression: visit });
  if (inner.kind === "add") return joined(inner.terms, "add", differing("sum"));
  if (inner.kind === "or") return joined(inner.operands, "or", differing("any"));
  if (inner.kind === "and") return joined(inner.operands, "and", noneDiffering);
  return inner.kind === "compare" ? (counted(inner) ?? inner) : inner;
}

type Join = (first: Expression, second: Expression) => Expression | undefined;

/** Terms or operands, of which those that go together are one. */
function joined(parts: readonly Expression[], kind: "add" | "or" | "and", join: Join): Expression {
  const left: Expression[] = [];
  for (const part of parts) {
    const found = left.findIndex((other) => join(other, part) !== undefined);
    if (found < 0) left.push(part);
    else left[found] = join(left[found]!, part)!;
  }
  if (left.length === 1) return left[0]!;
  return kind === "add" ? { kind, terms: left } : { kind, operands: left };
}

/** not any(a & ~b) and not any(b & ~a) -> not any(a ^ b) */
function noneDiffering(first: Expression, second: Expression): Expression | undefined {
  if (first.kind !== "not" || second.kind !== "not") return undefined;
  const some = differing("any")(first.operand, second.operand);
  return some && not(some);
}

/** sum(a & ~b) + sum(b & ~a) -> sum(a ^ b), and the same of any(...) or any(...) */
function differing(kind: "sum" | "any"): Join {
  return (first, second) => {
    if (first.kind !== kind || second.kind !== kind) return undefined;
    const [a, b] = [onlyFirst(first.body), onlyFirst(second.body)];
    if (a === undefined || b === undefined) return undefined;
    if (!areAlike(first.ranges, second.ranges)) return undefined;
    const names = second.ranges.map(({ variable: name }, k) => {
      return [name, variable(first.ranges[k]!.variable)] as const;
    });
    const [one, none] = b.map((each) => substitute(each, new Map(names)));
    if (!isSame(a, [none, one])) return undefined;
    const condition = truth(xor(a[0], a[1]));
    return kind === "sum" ? sum(first.ranges, bit(condition)) : any(first.ranges, condition);
  };
}

/** The bits a and b of "a is 1 and b is 0". */
function onlyFirst(body: Expression): readonly [Expression, Expression] | undefined {
  const condition = body.kind === "bit" ? body.operand : body;
  if (condition.kind !== "truth") return undefined;
  const both = condition.operand;
  if (both.kind !== "and" || both.operands.length !== 2) return undefined;
  const [a, b] = both.operands as readonly [Expression, Expression];
  if (b.kind === "not" && a.kind !== "not") return [a, b.operand];
  return a.kind === "not" && b.kind !== "not" ? [b, a.operand] : undefined;
}

/** Do the ranges, none of which depends on another, have the same bounds? */
function areAlike(a: readonly Range[], b: readonly Range[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ from, to }, k) => isSame([from, to], [b[k]!.from, b[k]!.to]))
  );
}

/** A number of conditions that is at least one, or none: any of them holds, or none does. */
function counted({ left, operator, right }: Of<"compare">): Expression | undefined {
  if (left.kind !== "sum" || left.body.kind !== "bit" || right.kind !== "integer") return undefined;
  const condition = left.body.operand;
  const isNone =
    (operator === "<=" && right.value === 0) || (operator === "<" && right.value === 1);
  const isSome =
    (operator === ">" && right.value === 0) || (operator === ">=" && right.value === 1);
  if (isSome) return any(left.ranges, condition);
  return isNone ? not(any(left.ranges, condition)) : undefined;
}
