import type { Dataset } from "../../data/dataset.ts";
import { sizeOf } from "../../math/shape.ts";
import { type Form, opposite } from "../feature/feature.ts";
import type { Decision, Rule, Term } from "../rule/rule.ts";
import { type Indicator, indicatorOf, type Ranges, rangesOf } from "./indicator.ts";
import { type Reference, StepGraph } from "./step-graph.ts";

/** A rule, and the place from which it looks: one for each output, or for each place of an index. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly place: number;
}

/** A network in the making. */
export interface Building {
  readonly graph: StepGraph;
  /** The class that is above zero where there are two; of a single class 1 is. */
  readonly positive: number;
  readonly ranges: Ranges;
}

/** Nothing but inputs so far. */
export function start({ inputs, target: { classes } }: Dataset): Building {
  const nInputs = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const positive = classes.length === 1 ? [...classes].indexOf(1) : 1;
  return { graph: new StepGraph(nInputs), positive, ranges: inputs.flatMap(rangesOf) };
}

export interface Context extends PlacedRule {
  readonly building: Building;
}

/** A subconcept for each term of a decision. */
export function termUnits({ terms }: Decision, context: Context): Reference[] {
  return terms.map((term) => termUnit(term, context));
}

function termUnit(term: Term, { rule, place, building }: Context): Reference {
  const indicators = term.flatMap((test) => {
    const form = rule.features[test.feature]!.at(place);
    return isNoneOf(test, form) ? noneOf(form, building) : [indicatorOf(test, form, building)];
  });
  const constant = indicators.reduce((sum, indicator) => sum + indicator.constant, 0);
  return building.graph.unit(
    {
      addends: indicators.flatMap(({ addends }) => addends),
      threshold: indicators.length - 0.5 - constant,
    },
    2,
  );
}

/** "No comparison holds" is said by the subconcept itself: each of them is a differentia. */
function isNoneOf({ kind, value }: Term[number], form: Form): form is Form & { kind: "count" } {
  return (
    form.kind === "count" &&
    kind === "not-above" &&
    value === 0.5 &&
    form.weights.every((weight) => weight === 1)
  );
}

/** Of integers, "not above" is said as "the opposite is above", so that all differentiae hold together. */
function noneOf({ comparisons }: Form & { kind: "count" }, building: Building): Indicator[] {
  return comparisons.map(({ of, threshold }) => {
    const isHalf =
      of.kind === "sum" && Number.isInteger(threshold - 0.5) && of.weights.every(Number.isInteger);
    return isHalf
      ? indicatorOf({ kind: "above", value: 0 - threshold }, opposite(of), building)
      : indicatorOf({ kind: "not-above", value: threshold }, of, building);
  });
}

/** Holds where one of the units does. */
export function anyOf(terms: readonly Reference[], { graph }: Building): Reference {
  return graph.unit({ addends: terms.map((from) => ({ from, weight: 1 })), threshold: 0.5 });
}
