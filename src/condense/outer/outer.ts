import type { Ladder } from "./ladder.ts";

/** What is done with a number, after a constant of its own was added to it. */
export type Outer =
  | { readonly kind: "same" | "absolute" }
  | { readonly kind: "remainder" | "quotient"; readonly divisor: number }
  /** Never below, or never above, a bound. */
  | { readonly kind: "at-least" | "at-most"; readonly bound: number }
  | { readonly kind: "between"; readonly low: number; readonly high: number };

/** One function that all outputs are, each of its own number and a constant. */
export interface CommonOuter {
  readonly outer: Outer;
  /** (outputs). */
  readonly constants: readonly number[];
}

/** The simplest function that says all outputs. */
export function commonOuter(ladders: readonly Ladder[]): CommonOuter | undefined {
  for (const outer of outersOf(ladders)) {
    const constants = constantsFor(outer, ladders);
    if (constants !== undefined) return { outer, constants };
  }
  return undefined;
}

function outersOf(ladders: readonly Ladder[]): Outer[] {
  const values = ladders.flatMap((ladder) => ladder.values);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const divisors = [...new Set([high + 1, ...ladders.flatMap(divisorsOf)])].filter((d) => d > 1);
  return [
    { kind: "same" },
    { kind: "absolute" },
    { kind: "at-least", bound: low },
    { kind: "at-most", bound: high },
    { kind: "between", low, high },
    { kind: "remainder", divisor: high + 1 },
    ...divisors.map((divisor): Outer => ({ kind: "quotient", divisor })),
  ];
}

/** Lengths of runs of one value inside a ladder: what its number may be divided by. */
function divisorsOf({ low, values }: Ladder): number[] {
  const starts = [...values.keys()].filter((k) => k > 0 && values[k] !== values[k - 1]);
  // Where the value changes once, 0 to below that number is one run.
  if (starts.length === 1) return [low + starts[0]!];
  return starts.slice(1).map((start, k) => start - starts[k]!);
}

/** The same constant for all, if there is one; else one for each: those nearest to 0. */
function constantsFor(outer: Outer, ladders: readonly Ladder[]): number[] | undefined {
  const possible = ladders.map((ladder) => possibleConstants(outer, ladder));
  if (possible.some(({ length }) => length === 0)) return undefined;
  const shared = possible[0]!.find((constant) => possible.every((each) => each.includes(constant)));
  return possible.map((each) => shared ?? each[0]!);
}

function possibleConstants(outer: Outer, { low, values }: Ladder): number[] {
  return candidates(outer, values)
    .filter((first) => values.every((value, k) => applied(outer, first + k) === value))
    .map((first) => first - low)
    .sort((a, b) => Math.abs(a) - Math.abs(b) || b - a);
}

/** What the number may be where the output has its first value. */
function candidates(outer: Outer, [first, ...others]: readonly number[]): number[] {
  switch (outer.kind) {
    case "same":
      return [first!];
    case "absolute":
      return [first!, -first!];
    case "at-least":
    case "at-most": {
      // As long as the bound holds nothing is known of the number.
      const same = others.findIndex((value) => value !== first);
      const run = same === -1 ? others.length : same;
      return first === outer.bound ? [outer.bound, outer.bound - run] : [first!];
    }
    case "between": {
      const inside = [first!, ...others].findIndex((v) => v > outer.low && v < outer.high);
      return inside === -1 ? [] : [[first!, ...others][inside]! - inside];
    }
    case "remainder":
      return Array.from({ length: 2 * outer.divisor }, (_, k) => k - outer.divisor);
    case "quotient":
      return Array.from({ length: outer.divisor }, (_, k) => first! * outer.divisor + k);
  }
}

function applied(outer: Outer, value: number): number {
  switch (outer.kind) {
    case "same":
      return value;
    case "absolute":
      return Math.abs(value);
    case "at-least":
      return Math.max(value, outer.bound);
    case "at-most":
      return Math.min(value, outer.bound);
    case "between":
      return Math.max(outer.low, Math.min(outer.high, value));
    case "remainder":
      return ((value % outer.divisor) + outer.divisor) % outer.divisor;
    case "quotient":
      return Math.floor(value / outer.divisor);
  }
}
