import { extremesOf } from "../../math/domain.ts";
import { isSame, signedTerms, type Term } from "../idiom.ts";
import { placeInside } from "../place.ts";
import type { Expression } from "../program.ts";
import type { PythonPlace } from "./python-place.ts";

/** Is it certain, from its form and what the inputs are, that an integer is not below 0? */
export function isNatural(expression: Expression, place: PythonPlace): boolean {
  switch (expression.kind) {
    case "integer":
      return expression.value >= 0;
    case "size":
      return true;
    case "variable": {
      const range = place.ranges.get(expression.name);
      return range === undefined ? place.isPartial : isNatural(range.from, place);
    }
    case "add":
    case "subtract":
      return isNaturalSum(signedTerms(expression), place);
    case "multiply":
    case "divide":
    case "modulo":
      return isNatural(expression.left, place) && isNatural(expression.right, place);
    case "power":
      return expression.base >= 0;
    case "element":
      return isNaturalArray(expression.array, place);
    case "sum":
      return isNatural(expression.body, placeInside(place, expression.ranges));
    case "number":
    case "sign":
    case "compare":
    case "member":
    case "and":
    case "or":
    case "xor":
    case "not":
    case "bit":
    case "truth":
    case "if":
    case "any":
    case "all":
    case "max":
    case "min":
    case "argmax":
    case "argmin":
    case "table":
    case "scan":
    case "fold":
    case "list":
    case "pad":
    case "softmax":
      return false;
  }
}

/** Of arrays that are no inputs nothing is known. */
function isNaturalArray(array: string, { domains }: PythonPlace): boolean {
  const domain = domains.get(array);
  return domain !== undefined && extremesOf(domain).low >= 0;
}

/** Each term that is taken away is a variable that stays below one of the terms that are added. */
function isNaturalSum(terms: readonly Term[], place: PythonPlace): boolean {
  const added = terms.filter(({ isNegative }) => !isNegative).map(({ magnitude }) => magnitude);
  const taken = terms.filter(({ isNegative }) => isNegative).map(({ magnitude }) => magnitude);
  if (!added.every((term) => isNatural(term, place))) return false;
  for (const term of taken) {
    const range = term.kind === "variable" ? place.ranges.get(term.name) : undefined;
    const above = added.findIndex((each) => range !== undefined && isSame(each, range.to));
    if (above < 0) return false;
    added.splice(above, 1);
  }
  return true;
}
