import { partsOf } from "../program/parts.ts";
import type { Block, Expression, Range } from "../program/program.ts";

/** Does the value of an expression depend on one of these names, other names being what they are? */
export function dependsOn(expression: Expression, names: ReadonlySet<string>): boolean {
  const does = (each: Expression): boolean => dependsOn(each, names);
  switch (expression.kind) {
    case "integer":
    case "number":
      return false;
    case "size":
    case "variable":
      return names.has(expression.name);
    case "element":
      return names.has(expression.array) || expression.indices.some(does);
    case "pad":
      return names.has(expression.array);
    case "add":
      return expression.terms.some(does);
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
    case "compare":
      return does(expression.left) || does(expression.right);
    case "power":
      return does(expression.exponent);
    case "member":
      return does(expression.value);
    case "and":
    case "or":
    case "xor":
      return expression.operands.some(does);
    case "sign":
    case "not":
    case "bit":
    case "truth":
      return does(expression.operand);
    case "if":
      return does(expression.condition) || does(expression.then) || does(expression.otherwise);
    case "sum":
    case "any":
    case "all":
    case "max":
    case "min":
      return rangesDepend(expression.ranges, names) || does(expression.body);
    case "argmax":
    case "argmin":
      return rangesDepend([expression.range], names) || does(expression.body);
    case "table":
      return rangesDepend(expression.ranges, names) || blockDepends(expression.body, names);
    case "scan":
    case "fold":
      return partsOf(expression).some(does);
    case "list":
      return expression.items.some(does);
    case "softmax":
      return does(expression.logits);
  }
}

/** The names, and those of the lets that depend on them. */
export function dependents(lets: Block["lets"], names: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(names);
  for (const { name, value } of lets) if (dependsOn(value, all)) all.add(name);
  return all;
}

function blockDepends(block: Block, names: ReadonlySet<string>): boolean {
  return dependsOn(block.result, dependents(block.lets, names));
}

function rangesDepend(ranges: readonly Range[], names: ReadonlySet<string>): boolean {
  return ranges.some(({ from, to }) => dependsOn(from, names) || dependsOn(to, names));
}
