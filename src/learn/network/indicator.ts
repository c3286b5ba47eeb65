import type { Input } from "../../data/dataset.ts";
import { extremesOf } from "../../math/domain.ts";
import { modulo, sizeOf } from "../../math/shape.ts";
import type { Comparison, Form, Sum } from "../feature/feature.ts";
import type { Asked } from "../rule/test.ts";
import type { Addend, Reference, StepGraph } from "./step-graph.ts";

/** The truth of a test as a weighted sum of units: 1 where it passes, else 0. */
export interface Indicator {
  readonly addends: readonly Addend[];
  readonly constant: number;
}

/** The lowest and highest value of each column. */
export type Ranges = readonly { readonly low: number; readonly high: number }[];

/** Builds the units that a test needs at one place. */
export function indicatorOf(
  test: Asked,
  form: Form,
  { graph, ranges }: { readonly graph: StepGraph; readonly ranges: Ranges },
): Indicator {
  const parts = partsOf(form, graph);
  const constant = constantOf(form);
  const above = (threshold: number): Reference =>
    graph.unit({ addends: parts, threshold: threshold - constant });
  switch (test.kind) {
    case "above":
      return { addends: [{ from: above(test.value), weight: 1 }], constant: 0 };
    case "not-above":
      return { addends: [{ from: above(test.value), weight: -1 }], constant: 1 };
    case "equal":
      return between(above(test.value - 0.5), above(test.value + 0.5));
    case "not-equal":
      return opposite(between(above(test.value - 0.5), above(test.value + 0.5)));
    case "rest":
      return restIs(test, rangeOf(form, ranges), above);
    case "not-rest":
      return opposite(restIs(test, rangeOf(form, ranges), above));
  }
}

/** What is added up to the value of a form, but for its constant. */
export function partsOf(form: Form, graph: StepGraph): readonly Addend[] {
  switch (form.kind) {
    case "sum":
      return inputAddends(form);
    case "count":
      return form.comparisons.map((comparison, k) => ({
        from: holds(comparison, graph),
        weight: form.weights[k]!,
      }));
  }
}

function holds({ of, threshold }: Comparison, graph: StepGraph): Reference {
  return graph.unit({ addends: partsOf(of, graph), threshold: threshold - constantOf(of) });
}

function constantOf(form: Form): number {
  return form.kind === "sum" ? (form.constant ?? 0) : 0;
}

function inputAddends({ columns, weights }: Sum): Addend[] {
  return columns.map((index, k) => ({ from: { level: 0, index }, weight: weights[k]! }));
}

function between(low: Reference, high: Reference): Indicator {
  return {
    addends: [
      { from: low, weight: 1 },
      { from: high, weight: -1 },
    ],
    constant: 0,
  };
}

function opposite({ addends, constant }: Indicator): Indicator {
  const turned = addends.map(({ from, weight }) => ({ from, weight: 0 - weight }));
  return { addends: turned, constant: 1 - constant };
}

/** Thresholds below every value at which the truth turns round. */
function restIs(
  { value: rest, divisor = 2 }: Asked,
  { low, high }: { readonly low: number; readonly high: number },
  above: (threshold: number) => Reference,
): Indicator {
  const addends: Addend[] = [];
  const is = (value: number): number => (modulo(value, divisor) === rest ? 1 : 0);
  for (let value = low + 1; value <= high; value++) {
    const weight = is(value) - is(value - 1);
    if (weight !== 0) addends.push({ from: above(value - 0.5), weight });
  }
  return { addends, constant: is(low) };
}

/** The lowest and highest value that a form can take. */
export function rangeOf(form: Form, ranges: Ranges): { low: number; high: number } {
  const addends =
    form.kind === "sum"
      ? form.columns.map((column, k) => ({ range: ranges[column]!, weight: form.weights[k]! }))
      : form.weights.map((weight) => ({ range: { low: 0, high: 1 }, weight }));
  const constant = constantOf(form);
  let [low, high] = [constant, constant];
  for (const { range, weight } of addends) {
    low += Math.min(weight * range.low, weight * range.high);
    high += Math.max(weight * range.low, weight * range.high);
  }
  return { low, high };
}

/** The lowest and highest value of each column of an input. */
export function rangesOf({ domain, shape }: Input): { low: number; high: number }[] {
  return new Array(sizeOf(shape)).fill(extremesOf(domain));
}
