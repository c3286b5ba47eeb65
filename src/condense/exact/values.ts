import type { Domain } from "../../math/domain.ts";

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
      return integers(0, 1);
    case "sign":
      return integers(-1, 1);
    case "integer":
      return integers(domain.low, domain.high);
    case "real":
      return reals;
  }
}
