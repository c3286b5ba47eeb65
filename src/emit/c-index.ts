import type { Expression } from "../program/program.ts";
import type { Scene } from "./scene.ts";

/** The place of an element in the flat, row-major array: `i * m + j`. */
export function flatIndex(
  { array, indices }: { readonly array: string; readonly indices: readonly Expression[] },
  { place }: Scene,
): Expression {
  const lengths = place.lengths.get(array)!;
  return indices.reduce((flat, index, axis) => plus(times(flat, lengths[axis]!), index));
}

/** The number of elements of an array with axes of these lengths. */
export function countOf(lengths: readonly Expression[]): Expression {
  return lengths.reduce(times, integer(1));
}

function times(a: Expression, b: Expression): Expression {
  if (a.kind === "integer" && b.kind === "integer") return integer(a.value * b.value);
  if (a.kind === "integer" && a.value <= 1) return a.value === 1 ? b : a;
  if (b.kind === "integer" && b.value === 1) return a;
  return { kind: "multiply", left: a, right: b };
}

function plus(a: Expression, b: Expression): Expression {
  if (a.kind === "integer" && b.kind === "integer") return integer(a.value + b.value);
  if (a.kind === "integer" && a.value === 0) return b;
  if (b.kind === "integer" && b.value === 0) return a;
  return { kind: "add", terms: [a, b] };
}

function integer(value: number): Expression {
  return { kind: "integer", value };
}
