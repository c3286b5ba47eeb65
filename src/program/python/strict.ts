import { integer } from "../build.ts";
import { signedTerms, type Term } from "../idiom.ts";
import { partsOf } from "../parts.ts";
import type { Expression } from "../program.ts";
import { plus } from "./linear.ts";
import type { PythonPlace } from "./python-place.ts";

type Compare = Extract<Expression, { readonly kind: "compare" }>;

/** The comparison, of integers without the one by which they are apart: a >= b + 1 -> a > b. */
export function strict(compare: Compare, place: PythonPlace): Compare {
  const { left, operator, right } = compare;
  const isRising = operator === "<=";
  if (!isRising && operator !== ">=") return compare;
  if (!isInteger(left, place) || !isInteger(right, place)) return compare;
  const [low, high] = isRising ? [left, right] : [right, left];
  // low + 1 <= high -> low < high, low <= high - 1 -> low < high
  const lower = apart(low) === 1 ? plus(low, integer(-1)) : undefined;
  const higher = apart(high) === -1 ? plus(high, integer(1)) : undefined;
  if (lower === undefined && higher === undefined) return compare;
  const pair = lower === undefined ? [low, higher!] : [lower, high];
  const [first, second] = isRising ? pair : pair.toReversed();
  return { ...compare, operator: isRising ? "<" : ">", left: first!, right: second! };
}

/** The constant that is added to something else; 0 where there is none. */
function apart(expression: Expression): number {
  const terms = signedTerms(expression);
  const constants = terms.filter(({ magnitude }) => magnitude.kind === "integer");
  if (constants.length !== 1 || terms.length === 1) return 0;
  const { isNegative, magnitude } = constants[0] as Term & { magnitude: { value: number } };
  return isNegative ? -magnitude.value : magnitude.value;
}

/** Is it certain, from its form and what the inputs are, that a number is an integer? */
function isInteger(expression: Expression, place: PythonPlace): boolean {
  switch (expression.kind) {
    case "integer":
    case "size":
    case "modulo":
    case "divide":
    case "power":
    case "sign":
    case "bit":
    case "argmax":
    case "argmin":
      return true;
    case "variable":
      return place.ranges.has(expression.name);
    case "element": {
      const domain = place.domains.get(expression.array);
      return domain !== undefined && domain.kind !== "real";
    }
    case "add":
    case "subtract":
    case "multiply":
    case "sum":
      return partsOf(expression).every((part) => isInteger(part, place));
    default:
      return false;
  }
}
