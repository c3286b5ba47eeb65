import { isSame, signedTerms } from "../idiom.ts";
import { mentions } from "../mentions.ts";
import type { Expression } from "../program.ts";
import { plus, shiftFrom, sumOf } from "./linear.ts";

/** How an index follows the variable; on a ring, it starts again where it comes to a length. */
export type Way =
  | { readonly kind: "rising" | "falling" }
  | { readonly kind: "ring"; readonly length: Expression }
  | { readonly kind: "strided"; readonly stride: number };

interface Course {
  readonly way: Way;
  /** The index without the variable. */
  readonly shift: Expression;
}

/** How an index follows a variable that is in it; undefined where it is in another way. */
export function courseOf(variable: string, index: Expression): Course | undefined {
  const rising = shiftFrom(variable, index);
  if (rising !== undefined) return { way: { kind: "rising" }, shift: rising };
  if (index.kind === "modulo") {
    const shift = shiftFrom(variable, index.left);
    const way = { kind: "ring", length: index.right } as const;
    return shift && !mentions(index.right, [variable]) ? { way, shift } : undefined;
  }
  const shift = plus(index, { kind: "variable", name: variable });
  if (!mentions(shift, [variable])) return { way: { kind: "falling" }, shift };
  return strided(variable, index);
}

/** `stride * variable + shift`. */
function strided(variable: string, index: Expression): Course | undefined {
  const terms = signedTerms(index);
  const at = terms.findIndex(({ magnitude }) => mentions(magnitude, [variable]));
  const { isNegative, magnitude } = terms[at]!;
  const shift = sumOf(terms.toSpliced(at, 1));
  if (isNegative || magnitude.kind !== "multiply" || mentions(shift, [variable])) return undefined;
  const { left, right } = magnitude;
  const isMultiple = left.kind === "integer" && isSame(right, { kind: "variable", name: variable });
  return isMultiple ? { way: { kind: "strided", stride: left.value }, shift } : undefined;
}
