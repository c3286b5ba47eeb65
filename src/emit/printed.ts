import type { Form, Precedence } from "../program/precedence.ts";
import { bracketed, type Doc, group, line } from "./layout.ts";

/** Printed text, and what stands outermost in it. */
export interface Printed {
  readonly doc: Doc;
  readonly form: Form;
}

export function atom(doc: Doc): Printed {
  return { doc, form: "atom" };
}

/** Operands with operators between them, broken before operators. */
export function infix(form: Form, first: Doc, rest: readonly (readonly [string, Doc])[]): Printed {
  const parts = rest.map(([operator, operand]) => group(line, operator, " ", operand));
  return { doc: group(first, ...parts), form };
}

/**
 * The text as an operand of a form: in parentheses if it binds less tightly, and for clarity where `&&`
 * stands in `||`.
 */
export function within({ doc, form }: Printed, outer: Form, precedence: Precedence): Doc {
  const isUnclear = form === "and" && outer === "or";
  return isUnclear || precedence[form] < precedence[outer] ? bracketed("(", doc, ")") : doc;
}

/** The shortest text that reads back to the same double. */
export function numeral(value: number): string {
  return Number.isInteger(value) && !`${value}`.includes("e") ? `${value}.0` : `${value}`;
}
