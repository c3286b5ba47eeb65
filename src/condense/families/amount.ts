import type { Formula } from "./fit.ts";

/** A number that changes by so much for each step of each variable: `constant + factors . variables`. */
export interface Amount {
  readonly constant: number;
  /** By variable; those that are missing are 0. */
  readonly factors: readonly number[];
}

/** An amount that is the same everywhere. */
export function fixed(constant: number): Amount {
  return { constant, factors: [] };
}

/** The number, if the amount is the same everywhere. */
export function fixedValue({ constant, factors }: Amount): number | undefined {
  return factors.every((factor) => factor === 0) ? constant : undefined;
}

export function plusTimes(a: Amount, times: number, b: Amount): Amount {
  const length = Math.max(a.factors.length, b.factors.length);
  return {
    constant: a.constant + times * b.constant,
    factors: Array.from({ length }, (_, k) => (a.factors[k] ?? 0) + times * (b.factors[k] ?? 0)),
  };
}

/** The product, if one of both is the same everywhere. */
export function product(a: Amount, b: Amount): Amount | undefined {
  const [first, second] = [fixedValue(a), fixedValue(b)];
  if (first !== undefined) return plusTimes(fixed(0), first, b);
  return second === undefined ? undefined : plusTimes(fixed(0), second, a);
}

/** The value of a formula as an amount, if it is one. */
export function amountOf(formula: Formula): Amount | undefined {
  switch (formula.kind) {
    case "constant":
      return fixed(formula.value);
    case "affine":
      return at([[formula.variable, formula.factor]], formula.offset);
    case "pair":
      return at(
        [
          [formula.first, formula.sign],
          [formula.second, 1],
        ],
        formula.offset,
      );
    case "floor":
    case "values":
      return undefined;
  }
}

function at(
  pairs: readonly (readonly [variable: number, factor: number])[],
  constant: number,
): Amount {
  const length = Math.max(...pairs.map(([variable]) => variable)) + 1;
  const factors = new Array<number>(length).fill(0);
  for (const [variable, factor] of pairs) factors[variable] = factor;
  return { constant, factors };
}
