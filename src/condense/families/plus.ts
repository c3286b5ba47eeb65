import { add, integer, multiply, subtract } from "../../program/build.ts";
import { isSame } from "../../program/idiom.ts";
import type { Expression } from "../../program/program.ts";

/** The sum, with constants added up. */
export function plus(a: Expression, b: Expression): Expression {
  if (b.kind === "integer" && b.value === 0) return a;
  if (a.kind === "integer" && a.value === 0) return b;
  if (a.kind === "integer" && b.kind === "integer") return integer(a.value + b.value);
  if (a.kind === "integer") return plus(b, a);
  if (b.kind === "integer") {
    if (a.kind === "add" && a.terms.at(-1)!.kind === "integer") {
      const last = a.terms.at(-1) as Extract<Expression, { kind: "integer" }>;
      const rest = a.terms.slice(0, -1);
      const start = rest.length === 1 ? rest[0]! : add(...rest);
      return plus(start, integer(last.value + b.value));
    }
    if (a.kind === "subtract" && a.right.kind === "integer") {
      return plus(a.left, integer(b.value - a.right.value));
    }
    return b.value < 0 ? subtract(a, integer(-b.value)) : add(a, b);
  }
  return add(a, b);
}

/** The difference, with constants taken from each other, and what is taken away and given back left alone. */
export function minus(a: Expression, b: Expression): Expression {
  if (b.kind === "subtract" && isSame(a, b.left)) return b.right;
  return b.kind === "integer" ? plus(a, integer(-b.value)) : subtract(a, b);
}

/** The product with a constant, where that is worth writing. */
export function times(factor: number, of: Expression): Expression {
  if (of.kind === "integer") return integer(factor * of.value);
  return factor === 1 ? of : multiply(integer(factor), of);
}
