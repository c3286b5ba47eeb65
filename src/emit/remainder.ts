import { signedTerms } from "../program/idiom.ts";
import type { Expression } from "../program/program.ts";
import { add, constant, multiply } from "./polynomial.ts";
import { type Scene, spanIn } from "./scene.ts";
import { lowest } from "./sizes.ts";
import { isNotNegative } from "./span.ts";

/**
 * A dividend that is not below 0 and has the same remainder, for languages whose remainder has the
 * dividend's sign: (i - 1) modulo n is (i + n - 1) % n. Undefined if adding a few divisors is not enough.
 */
export function naturalDividend(
  left: Expression,
  right: Expression,
  scene: Scene,
): Expression | undefined {
  const divisor = spanIn(right, scene);
  const dividend = spanIn(left, scene);
  if (divisor.kind !== "integer" || dividend.kind !== "integer") return undefined;
  if (divisor.low === undefined || dividend.low === undefined) return undefined;
  if (lowest(divisor.low, scene.sizes, 1n) < 1n) return undefined;
  for (let times = 0; times <= MOST_TIMES; times++) {
    const low = add(dividend.low, multiply(constant(BigInt(times)), divisor.low));
    if (lowest(low, scene.sizes, 1n) >= 0n) return raised(left, right, times);
  }
  return undefined;
}

const MOST_TIMES = 3;

/** Is it certain that an integer is not below 0, where no size is? */
export function isNatural(expression: Expression, scene: Scene): boolean {
  const span = spanIn(expression, scene);
  return span.kind === "integer" && isNotNegative(span, scene.sizes);
}

/** Adds some divisors, before what is taken away; constants are added up. */
function raised(left: Expression, right: Expression, times: number): Expression {
  if (times === 0) return left;
  const terms = signedTerms(left);
  const constants = terms.filter(({ magnitude }) => magnitude.kind === "integer");
  const others = terms.filter(({ magnitude }) => magnitude.kind !== "integer");
  const offset = constants.reduce((sum, { isNegative, magnitude }) => {
    const { value } = magnitude as Extract<Expression, { readonly kind: "integer" }>;
    return isNegative ? sum - value : sum + value;
  }, 0);
  const isFixed = right.kind === "integer";
  const constant = isFixed ? offset + times * right.value : offset;
  const divisors = isFixed ? [] : [times === 1 ? right : product(times, right)];
  const positive = [
    ...others.filter(({ isNegative }) => !isNegative).map(({ magnitude }) => magnitude),
    ...divisors,
    ...(constant > 0 ? [integer(constant)] : []),
  ];
  const negative = [
    ...others.filter(({ isNegative }) => isNegative).map(({ magnitude }) => magnitude),
    ...(constant < 0 ? [integer(-constant)] : []),
  ];
  return negative.reduce<Expression>(
    (rest, magnitude) => ({ kind: "subtract", left: rest, right: magnitude }),
    { kind: "add", terms: positive },
  );
}

function integer(value: number): Expression {
  return { kind: "integer", value };
}

function product(times: number, right: Expression): Expression {
  return { kind: "multiply", left: integer(times), right };
}
