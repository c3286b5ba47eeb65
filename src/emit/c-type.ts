import { isFromZero } from "../program/idiom.ts";
import type { Expression, Range } from "../program/program.ts";
import { isNatural } from "./remainder.ts";
import type { Scene } from "./scene.ts";
import { INT32, isWithin, type Span } from "./span.ts";

/** The types in which C computes numbers. */
export type CType = "int32_t" | "int64_t" | "double";

/** The narrowest type that holds all numbers of a span; that of truths is theirs as numbers. */
export function typeOfSpan(span: Span, { sizes }: Scene): CType {
  switch (span.kind) {
    case "real":
      return "double";
    case "truth":
      return "int32_t";
    case "integer":
      return isWithin(span, sizes, INT32) ? "int32_t" : "int64_t";
    case "label":
      throw new Error("bug: a label in C, which has their numbers");
  }
}

/** The type of a loop variable: without a sign, as sizes, if it counts up to one of them. */
export function rangeType({ variable, from, to }: Range, scene: Scene): CType | "size_t" {
  const isCounting = isFromZero({ variable, from, to }) || isNonNegative(from, scene);
  if (isCounting && namesSizes(to, scene) && isUnsigned(to, scene)) return "size_t";
  return typeOfSpan(
    scene.spans.get(variable) ?? { kind: "integer", low: undefined, high: undefined },
    scene,
  );
}

/** Is this computed from sizes alone, and never below 0? */
export function isSizes(expression: Expression, scene: Scene): boolean {
  return (
    namesSizes(expression, scene) && isUnsigned(expression, scene) && isNatural(expression, scene)
  );
}

function isNonNegative(expression: Expression, scene: Scene): boolean {
  return isUnsigned(expression, scene) && isNatural(expression, scene);
}

/** Is this computed from sizes, and constants that are not below 0? */
export function isUnsigned(expression: Expression, scene: Scene): boolean {
  switch (expression.kind) {
    case "integer":
      return expression.value >= 0;
    case "size":
      return true;
    case "variable":
      return isSizeVariable(expression.name, scene);
    case "add":
      return expression.terms.every((term) => isTerm(term, scene));
    case "subtract":
    case "multiply":
      return isUnsigned(expression.left, scene) && isUnsigned(expression.right, scene);
    case "modulo":
    case "divide":
      return isNonNegative(expression.left, scene) && isNonNegative(expression.right, scene);
    default:
      return false;
  }
}

/** A term may be a constant below 0, or taken away: what counts is the sum. */
function isTerm(term: Expression, scene: Scene): boolean {
  if (term.kind === "integer") return true;
  if (term.kind === "multiply" && term.left.kind === "integer") {
    return isUnsigned(term.right, scene);
  }
  return isUnsigned(term, scene);
}

/** Is there a size in it, or a loop variable that counts up to one? */
export function namesSizes(expression: Expression, scene: Scene): boolean {
  switch (expression.kind) {
    case "size":
      return true;
    case "variable":
      return isSizeVariable(expression.name, scene);
    case "add":
      return expression.terms.some((term) => namesSizes(term, scene));
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
      return namesSizes(expression.left, scene) || namesSizes(expression.right, scene);
    default:
      return false;
  }
}

function isSizeVariable(name: string, scene: Scene): boolean {
  const range = scene.place.ranges.get(name);
  return range !== undefined && rangeType(range, scene) === "size_t";
}
