/** A condition on the value of a feature. */
export interface Test {
  /** Index among the features of a rule. */
  readonly feature: number;
  readonly kind: TestKind;
  /** For `above` and `not-above` a threshold that no case ties, for equality a value, for parity 0. */
  readonly value: number;
}

export type TestKind = "above" | "not-above" | "equal" | "not-equal" | "odd" | "even";

/** Does a value pass the test? */
export function passes({ kind, value }: Pick<Test, "kind" | "value">, x: number): boolean {
  switch (kind) {
    case "above":
      return x > value;
    case "not-above":
      return x <= value;
    case "equal":
      return x === value;
    case "not-equal":
      return x !== value;
    case "odd":
      return Math.abs(x % 2) === 1;
    case "even":
      return x % 2 === 0;
  }
}
