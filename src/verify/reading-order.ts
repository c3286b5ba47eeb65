import type { Expression } from "../program/program.ts";

/**
 * Compares two features by where they stand: sums and other numbers first, in order of appearance, then
 * elements from left to right, such as `x[i - 1]`, `x[i]`, `x[(i + 1) % n]`.
 */
export function compareInReadingOrder(a: Expression, b: Expression): number {
  if (a.kind !== "element" || b.kind !== "element") {
    return Number(a.kind === "element") - Number(b.kind === "element");
  }
  if (a.array !== b.array) return 0;
  const steps = a.indices.map((index, axis) => stepOf(index) - stepOf(b.indices[axis]!));
  return steps.find((step) => step !== 0) ?? 0;
}

/** The constant part of an index. */
function stepOf(index: Expression): number {
  if (index.kind === "integer") return index.value;
  if (index.kind === "add") return index.terms.reduce((sum, term) => sum + stepOf(term), 0);
  if (index.kind === "subtract") return stepOf(index.left) - stepOf(index.right);
  return index.kind === "modulo" ? stepOf(index.left) : 0;
}
