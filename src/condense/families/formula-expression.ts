import { divide, integer } from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { type Amount, amountOf, plusTimes } from "./amount.ts";
import type { AtomContext } from "./atom.ts";
import type { Formula } from "./fit.ts";
import { constantIndex } from "./layout.ts";
import { minus, plus, times } from "./plus.ts";
import type { OnAxis } from "./step.ts";

/** What formulas are: the coordinates of an output are the indices at which it is asked for. */
export type Known = readonly { readonly formula: Formula; readonly is: Expression }[];

export type LookUp = (values: readonly number[], index: Expression) => Expression;

function quotient(of: Expression, divisor: number): Expression {
  if (of.kind === "integer") return integer(Math.floor(of.value / divisor));
  return divide(of, integer(divisor));
}

/** The value of a formula, with what lies near the end of an axis counted from there. */
export function written(formula: Formula, { axis, context }: OnAxis): Expression {
  const [length, symbol] = [context.shape[axis]!, context.lengths[axis]!];
  const known = byKnown(formula, { axis, context });
  if (known !== undefined) return known;
  if (formula.kind === "constant") return constantIndex(formula.value, length, symbol);
  if (formula.kind === "affine" && formula.factor < 0) {
    const start = constantIndex(formula.offset, length, symbol);
    return minus(start, times(-formula.factor, context.variables[formula.variable]!));
  }
  return formulaExpression(formula, context);
}

/** The value of a formula by what is known; in steps that are longer than 1 it moves with an index, or against it. */
function byKnown(
  formula: Formula,
  { axis, context }: Pick<OnAxis, "axis" | "context">,
): Expression | undefined {
  const { known = [] } = context;
  const same = known.find((each) => textOf(each.formula) === textOf(formula));
  if (same !== undefined || formula.kind !== "affine") return same?.is;
  const [length, symbol] = [context.shape[axis]!, context.lengths[axis]!];
  for (const { formula: own, is } of known) {
    if (own.kind !== "affine" || own.variable !== formula.variable) continue;
    if (Math.abs(own.factor) === 1 || Math.abs(own.factor) !== Math.abs(formula.factor)) continue;
    if (own.factor === formula.factor) return plus(is, integer(formula.offset - own.offset));
    return minus(constantIndex(formula.offset + own.offset, length, symbol), is);
  }
  return undefined;
}

/** The value of a formula. */
export function formulaExpression(
  formula: Formula,
  { variables, lookUp }: Pick<AtomContext, "variables" | "lookUp">,
): Expression {
  switch (formula.kind) {
    case "constant":
      return integer(formula.value);
    case "affine":
      return plus(times(formula.factor, variables[formula.variable]!), integer(formula.offset));
    case "floor":
      return quotient(plus(variables[formula.variable]!, integer(formula.offset)), formula.divisor);
    case "pair": {
      const [a, b] = [variables[formula.first]!, variables[formula.second]!];
      return plus(formula.sign === 1 ? plus(a, b) : minus(b, a), integer(formula.offset));
    }
    case "values":
      return lookUp(formula.values, variables[formula.variable]!);
  }
}

export function textOf(formula: Formula): string {
  return JSON.stringify(formula);
}

/** How far apart two places always are; undefined where that differs. */
export function widthOf(from: Formula, to: Formula): number | undefined {
  if (from.kind === "constant" && to.kind === "constant") return to.value - from.value;
  if (from.kind === "constant" || to.kind === "constant" || from.kind !== to.kind) return undefined;
  if (from.kind === "values" || to.kind === "values") return undefined;
  if (textOf({ ...from, offset: 0 }) !== textOf({ ...to, offset: 0 })) return undefined;
  if (from.kind === "floor") return undefined;
  return (to as { offset: number }).offset - from.offset;
}

/** How far it is from one place to another. */
export function countOf(from: Formula, to: Formula): Amount | undefined {
  const [start, end] = [amountOf(from), amountOf(to)];
  return start && end && plusTimes(end, -1, start);
}
