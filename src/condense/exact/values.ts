import type { Domain } from "../../math/domain.ts";

/** Sums stay exact in doubles, also where a pass doubles them. */
export const LARGEST_SUM = 2 ** 50;

/** What a unit or an input can give: `low`, `low + step`, .. `high` (one value where they agree), or any real. */
export type Values =
  | {
      readonly kind: "integers";
      readonly low: number;
      readonly high: number;
      readonly step: number;
    }
  | { readonly kind: "reals" };

export type Integers = Extract<Values, { kind: "integers" }>;

export const reals: Values = { kind: "reals" };

export function integers(low: number, high: number, step = 1): Integers {
  return { kind: "integers", low, high, step: low === high ? 1 : step };
}

export function valuesOf(domain: Domain): Values {
  switch (domain.kind) {
    case "binary":
    case "one-hot":
      return integers(0, 1);
    case "sign":
      return integers(-1, 1);
    case "integer":
      return isNarrow(domain) ? integers(domain.low, domain.high) : reals;
    case "real":
      return reals;
  }
}

/** Wider ranges are taken for all reals: what holds there holds on integers. */
function isNarrow({ low, high }: Extract<Domain, { kind: "integer" }>): boolean {
  return Math.max(Math.abs(low), Math.abs(high)) <= LARGEST_SUM;
}
