/**
 * A number that a rule may look at, at every place where the rule holds.
 *
 * What it reads may depend on the place: a cell at an offset, a sum of all cells before it. A form says
 * it for one place, and is all that evaluation and networks know of a feature.
 */
export interface Feature {
  /** What it is among its like: `x at`, `number of`; said once in a rule, however often it is used. */
  readonly family: string;
  /** Description length of the family, in bits. */
  readonly familyBits: number;
  /** Description length of which one of the family it is, in bits. */
  readonly bits: number;
  /** Whether it takes integers only. */
  readonly isInteger: boolean;
  /** Thresholds worth asking for, where not all are; it is asked for being odd, but not for single values. */
  readonly thresholds?: readonly number[];
  /** Single values worth asking for beside such thresholds. */
  readonly values?: readonly number[];
  /** What it reads at a place, by the place's flat index. */
  readonly at: (place: number) => Form;
}

export type Form = Sum | Count;

/** A weighted sum of columns, and perhaps a constant. */
export interface Sum {
  readonly kind: "sum";
  readonly columns: readonly number[];
  /** (columns). */
  readonly weights: readonly number[];
  /** What is added whatever the columns hold, such as the number of the place; 0 where it is not given. */
  readonly constant?: number;
}

/** The number of comparisons that hold, each counting its weight. */
export interface Count {
  readonly kind: "count";
  readonly comparisons: readonly Comparison[];
  /** (comparisons). */
  readonly weights: readonly number[];
}

/** Holds where the form is above the threshold; of a count, where so many others hold. */
export interface Comparison {
  readonly of: Form;
  readonly threshold: number;
}

/** Holds where those of weight 1 hold, and none of weight -1 does. */
export function allOf(
  comparisons: readonly Comparison[],
  weights: readonly number[] = comparisons.map(() => 1),
): Comparison {
  if (comparisons.length === 1 && weights[0] === 1) return comparisons[0]!;
  const most = weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  return { of: { kind: "count", comparisons, weights }, threshold: most - 0.5 };
}

export function sumOf(columns: readonly number[], weights?: readonly number[]): Sum {
  return { kind: "sum", columns, weights: weights ?? columns.map(() => 1) };
}

/** The first sum minus the second. */
export function difference(a: Sum, b: Sum): Sum {
  return withConstant(
    sumOf([...a.columns, ...b.columns], [...a.weights, ...opposite(b).weights]),
    (a.constant ?? 0) - (b.constant ?? 0),
  );
}

export function opposite({ columns, weights, constant = 0 }: Sum): Sum {
  const turned = weights.map((weight) => -weight);
  return withConstant(sumOf(columns, turned), 0 - constant);
}

function withConstant(sum: Sum, constant: number): Sum {
  return constant === 0 ? sum : { ...sum, constant };
}

/** The sums of which a form is made. */
export function sumsOf(form: Form): readonly Sum[] {
  switch (form.kind) {
    case "sum":
      return [form];
    case "count":
      return form.comparisons.flatMap(({ of }) => sumsOf(of));
  }
}
