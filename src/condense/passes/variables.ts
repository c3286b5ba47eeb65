import { partsOf } from "../../program/parts.ts";
import type { Expression } from "../../program/program.ts";
import { rebuild } from "../../program/rebuild.ts";
import { rangesOf } from "./name-loops.ts";

/** The variables and names that an expression uses and does not bind itself. */
export function freeNames(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (each: Expression): void => {
    if (each.kind === "variable" || each.kind === "size") names.add(each.name);
    if (each.kind === "element" || each.kind === "pad") names.add(each.array);
    for (const part of partsOf(each)) visit(part);
  };
  visit(expression);
  const bound = boundIn(expression);
  return new Set([...names].filter((name) => !bound.has(name)));
}

/** Loop variables are bound once in a program, so that whatever is bound inside is not free. */
function boundIn(expression: Expression): ReadonlySet<string> {
  const bound = new Set<string>();
  const visit = (each: Expression): void => {
    for (const { variable } of rangesOf(each)) bound.add(variable);
    for (const part of partsOf(each)) visit(part);
  };
  visit(expression);
  return bound;
}

/** The expression with other expressions in place of variables. */
export function substitute(
  expression: Expression,
  values: ReadonlyMap<string, Expression>,
): Expression {
  if (expression.kind === "variable") return values.get(expression.name) ?? expression;
  return rebuild(expression, { expression: (part) => substitute(part, values) });
}

/** A text that is the same for expressions that differ in the names of their own variables only. */
export function shapeOf(expression: Expression): string {
  const numbers = new Map<string, string>();
  const visit = (each: Expression): Expression => {
    for (const { variable } of rangesOf(each)) numbers.set(variable, `#${numbers.size}`);
    const inner = rebuild(each, { expression: visit });
    return inner;
  };
  const text = JSON.stringify(visit(expression));
  // Names of loop variables have a blank in them, which no other name has.
  return text.replace(/"(loop|step) \d+"/g, (name) => {
    const plain = name.slice(1, -1);
    return `"${numbers.get(plain) ?? plain}"`;
  });
}
