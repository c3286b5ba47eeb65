import { type Base, isExact } from "./base.ts";
import { type Event, holdsAt } from "./event.ts";

/** What a number of a network or program is, as a function of the cells. */
export type Value = Linear | Staircase | Pile | Unknown;

/** `factor` times a base plus a constant; the factor is not 0. */
export interface Linear {
  readonly kind: "linear";
  readonly base: Base;
  readonly factor: number;
  readonly constant: number;
}

/**
 * A function by nested events: each lies within the one before it, and the value is `values[k]` where
 * the first k of them hold. Neighbouring values differ; a constant has no events.
 *
 * Tables over one sum are of this kind, with an event for each value of the sum at which they change; so
 * are tables over the largest of several sums, which is at least t where any of the sums is.
 */
export interface Staircase {
  readonly kind: "staircase";
  readonly events: readonly Event[];
  readonly values: readonly number[];
}

/**
 * What is added up where events hold that are not nested, such as the largest less the smallest: heights of
 * other events than 0, beside `start`. Two that are equal need not have the same heights.
 */
export interface Pile {
  readonly kind: "pile";
  readonly start: number;
  readonly heights: readonly Height[];
}

export interface Height {
  readonly event: Event;
  readonly by: number;
}

/** What is none of these, or too large. */
export interface Unknown {
  readonly kind: "unknown";
}

export const unknown: Unknown = { kind: "unknown" };

export function constant(value: number): Value {
  return isExact(value) ? { kind: "staircase", events: [], values: [value] } : unknown;
}

/** The value, if it is the same everywhere. */
export function fixed(value: Value): number | undefined {
  return value.kind === "staircase" && value.events.length === 0 ? value.values[0] : undefined;
}

/** A staircase with only those events at which the value changes. Unknown where a value is no exact integer. */
export function staircase(
  events: readonly Event[],
  values: readonly number[],
): Staircase | Unknown {
  if (!values.every(isExact)) return unknown;
  const isChange = (k: number): boolean => values[k + 1] !== values[k];
  return {
    kind: "staircase",
    events: events.filter((_, k) => isChange(k)),
    values: values.filter((_, k) => k === 0 || isChange(k - 1)),
  };
}

/** A function of the value; unknown where the value is no staircase. */
export function mapped(value: Value, f: (value: number) => number): Value {
  return value.kind === "staircase" ? staircase(value.events, value.values.map(f)) : unknown;
}

/** The value at an input; undefined where it is unknown. */
export function valueAt(value: Value, x: ArrayLike<number>): number | undefined {
  switch (value.kind) {
    case "linear": {
      const { base, factor, constant: start } = value;
      const sum = base.cells.reduce((total, cell, k) => total + base.weights[k]! * x[cell]!, 0);
      return factor * sum + start;
    }
    case "staircase": {
      const until = value.events.findIndex((event) => !holdsAt(event, x));
      return value.values.at(until);
    }
    case "pile":
      return value.heights.reduce(
        (total, { event, by }) => total + (holdsAt(event, x) ? by : 0),
        value.start,
      );
    case "unknown":
      return undefined;
  }
}
