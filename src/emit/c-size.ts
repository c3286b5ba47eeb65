import { idiomatic, signedTerms } from "../program/idiom.ts";
import { c as precedence } from "../program/precedence.ts";
import type { Expression } from "../program/program.ts";
import { numberDoc } from "./c-number.ts";
import { isSizes } from "./c-type.ts";
import { atom, infix, type Printed, within } from "./printed.ts";
import { isNatural, naturalDividend } from "./remainder.ts";
import type { Scene } from "./scene.ts";

/**
 * A number that is not below 0 as an index or a bound: sizes are written as they are, and what is
 * computed with them on the way may wrap around.
 */
export function sizeDoc(expression: Expression, scene: Scene): Printed {
  const plain = idiomatic(expression, scene.place.truths);
  const inner = (part: Expression) => sizeDoc(part, scene);
  switch (plain.kind) {
    case "size":
    case "variable":
      return atom(plain.name);
    case "add":
    case "subtract": {
      const terms = mixesSizes(plain, scene) ? sizesFirst(signedTerms(plain), scene) : undefined;
      if (terms === undefined) return numberDoc(plain, scene);
      const [first, ...rest] = terms;
      return infix(
        "add",
        within(inner(first!.magnitude), "add", precedence),
        rest.map(({ isNegative, magnitude }) => [
          isNegative ? "-" : "+",
          within(inner(magnitude), isNegative ? "multiply" : "add", precedence),
        ]),
      );
    }
    case "multiply":
      if (!mixesSizes(plain, scene)) return numberDoc(plain, scene);
      return infix("multiply", within(inner(plain.left), "multiply", precedence), [
        ["*", within(inner(plain.right), "prefix", precedence)],
      ]);
    case "modulo": {
      const dividend = naturalDividend(plain.left, plain.right, scene);
      if (dividend === undefined) return numberDoc(plain, scene);
      return infix("multiply", within(inner(dividend), "multiply", precedence), [
        ["%", within(inner(plain.right), "prefix", precedence)],
      ]);
    }
    case "divide":
      if (!isNatural(plain.left, scene)) return numberDoc(plain, scene);
      return infix("multiply", within(inner(plain.left), "multiply", precedence), [
        ["/", within(inner(plain.right), "prefix", precedence)],
      ]);
    default:
      return numberDoc(plain, scene);
  }
}

/** Do sizes stand among the terms or factors, so that all is computed without signs? */
function mixesSizes(plain: Expression, scene: Scene): boolean {
  switch (plain.kind) {
    case "add":
      return plain.terms.some((term) => mixesSizes(term, scene));
    case "subtract":
    case "multiply":
    case "modulo":
    case "divide":
      return mixesSizes(plain.left, scene) || mixesSizes(plain.right, scene);
    default:
      return isSizes(plain, scene);
  }
}

type Terms = ReturnType<typeof signedTerms>;

/** The terms with a size first, so that what follows is added to it without a sign; undefined without one. */
function sizesFirst(terms: Terms, scene: Scene): Terms | undefined {
  const first = terms.findIndex(
    ({ isNegative, magnitude }) => !isNegative && mixesSizes(magnitude, scene),
  );
  if (first <= 0) return first < 0 ? undefined : terms;
  return [terms[first]!, ...terms.toSpliced(first, 1)];
}
