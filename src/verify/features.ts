import { choose, integer, not } from "../program/build.ts";
import { typeOf } from "../program/check.ts";
import type { Expression } from "../program/program.ts";
import type { Scope } from "../program/type.ts";
import { dependsOn } from "./depends.ts";
import { compareInReadingOrder } from "./reading-order.ts";

/** Something that a cell function looks at. */
export interface Feature {
  readonly expression: Expression;
  /** The same, but 0 at places where conditions on the place keep the program from looking. */
  readonly guarded: Expression;
}

/** What is known about the names at a cell function's result. */
export interface Surroundings {
  readonly scope: Scope;
  /** Values of the names that lets define. */
  readonly lets: ReadonlyMap<string, Expression>;
  /** Names whose values depend on the inputs. */
  readonly variable: ReadonlySet<string>;
}

/**
 * The features of a cell function, in reading order: the largest integers that depend on the
 * inputs, and the bits that are read outside those. Choices and logic are looked into.
 */
export function featuresOf(result: Expression, surroundings: Surroundings): Feature[] {
  const features = new Map<string, Feature>();
  const add = (expression: Expression, guards: readonly Expression[]): void => {
    const guarded = guards.reduceRight(
      (inner, guard) => choose(guard, inner, integer(0)),
      expression,
    );
    features.set(JSON.stringify(guarded), { expression, guarded });
  };
  collect(result, [], { ...surroundings, add });
  return [...features.values()].sort((a, b) => compareInReadingOrder(a.expression, b.expression));
}

interface Search extends Surroundings {
  readonly add: (expression: Expression, guards: readonly Expression[]) => void;
}

/** `guards` are conditions on the place alone, under which the expression is reached. */
function collect(expression: Expression, guards: readonly Expression[], search: Search): void {
  if (!dependsOn(expression, search.variable)) return;
  switch (expression.kind) {
    case "and":
    case "or":
      collectInTurn(expression, guards, search);
      return;
    case "xor":
      for (const operand of expression.operands) collect(operand, guards, search);
      return;
    case "not":
    case "bit":
    case "truth":
      collect(expression.operand, guards, search);
      return;
    case "compare":
      collect(expression.left, guards, search);
      collect(expression.right, guards, search);
      return;
    case "member":
      collect(expression.value, guards, search);
      return;
    case "if":
      collectChoice(expression, guards, search);
      return;
    case "variable": {
      const value = search.lets.get(expression.name);
      const isInteger = typeOf(expression, search.scope).kind === "integer";
      if (value === undefined || isInteger) search.add(expression, guards);
      else collect(value, guards, search);
      return;
    }
    case "sign":
      collect(expression.operand, guards, search);
      return;
    case "integer":
    case "number":
    case "size":
    case "element":
    case "add":
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "power":
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
    case "table":
    case "list":
    case "pad":
    case "softmax":
      search.add(expression, guards);
  }
}

/** Operands are reached only if those before them do not decide. */
function collectInTurn(
  { kind, operands }: Expression & { readonly kind: "and" | "or" | "xor" },
  guards: readonly Expression[],
  search: Search,
): void {
  let reached = guards;
  for (const operand of operands) {
    collect(operand, reached, search);
    if (dependsOn(operand, search.variable)) continue;
    reached = [...reached, kind === "and" ? operand : not(operand)];
  }
}

function collectChoice(
  { condition, then, otherwise }: Expression & { readonly kind: "if" },
  guards: readonly Expression[],
  search: Search,
): void {
  collect(condition, guards, search);
  const isOfPlace = !dependsOn(condition, search.variable);
  collect(then, isOfPlace ? [...guards, condition] : guards, search);
  collect(otherwise, isOfPlace ? [...guards, not(condition)] : guards, search);
}
