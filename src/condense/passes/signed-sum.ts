import { integer, multiply, subtract } from "../../program/build.ts";
import type { Expression } from "../../program/program.ts";
import { total } from "../families/say-sum.ts";

/** A sum, term by term: how often each is added, or below 0 taken away, and a constant. */
export interface SignedSum {
  readonly terms: readonly SignedTerm[];
  readonly constant: number;
}

export interface SignedTerm {
  readonly weight: number;
  readonly of: Expression;
}

/** The terms of `add` and `subtract`, however these are nested. */
export function signedSumOf(expression: Expression, weight = 1): SignedSum {
  switch (expression.kind) {
    case "integer":
      return { terms: [], constant: weight * expression.value };
    case "add":
      return together(expression.terms.map((term) => signedSumOf(term, weight)));
    case "subtract": {
      const { left, right } = expression;
      return together([signedSumOf(left, weight), signedSumOf(right, -weight)]);
    }
    case "multiply": {
      const { left, right } = expression;
      if (left.kind === "integer") return signedSumOf(right, weight * left.value);
      return { terms: [{ weight, of: expression }], constant: 0 };
    }
    default:
      return { terms: [{ weight, of: expression }], constant: 0 };
  }
}

/** The sum as an expression, what is added before what is taken away. */
export function sayingSum({ terms, constant }: SignedSum): Expression {
  const all =
    constant === 0
      ? terms
      : [...terms, { weight: Math.sign(constant), of: integer(Math.abs(constant)) }];
  const weighted = ({ weight, of }: SignedTerm): Expression =>
    Math.abs(weight) === 1 ? of : multiply(integer(Math.abs(weight)), of);
  const plus = all.filter(({ weight }) => weight > 0).map(weighted);
  const minus = all.filter(({ weight }) => weight < 0).map(weighted);
  if (plus.length === 0 && minus.length > 0) return multiply(integer(-1), total(minus));
  return minus.reduce<Expression>((rest, each) => subtract(rest, each), total(plus));
}

function together(sums: readonly SignedSum[]): SignedSum {
  return {
    terms: sums.flatMap(({ terms }) => terms),
    constant: sums.reduce((sum, { constant }) => sum + constant, 0),
  };
}
