import { modulo } from "../../math/shape.ts";

/** A condition on the value of a feature. */
export interface Test {
  /** Index among the features of a rule. */
  readonly feature: number;
  readonly kind: TestKind;
  /** For `above` and `not-above` a threshold that no case ties, for equality a value, for `rest` what is left. */
  readonly value: number;
  /** By which it is divided, for `rest` and `not-rest` only. */
  readonly divisor?: number;
}

export type TestKind = "above" | "not-above" | "equal" | "not-equal" | "rest" | "not-rest";

/** What a test asks, of whatever feature. */
export type Asked = Omit<Test, "feature">;

/** Does a value pass the test? */
export function passes({ kind, value, divisor = 2 }: Asked, x: number): boolean {
  switch (kind) {
    case "above":
      return x > value;
    case "not-above":
      return x <= value;
    case "equal":
      return x === value;
    case "not-equal":
      return x !== value;
    case "rest":
      return modulo(x, divisor) === value;
    case "not-rest":
      return modulo(x, divisor) !== value;
  }
}
