import type { Dataset } from "../../data/dataset.ts";
import type { Activation, Labels, Network } from "../../enn/network.ts";
import { sizeOf } from "../../math/shape.ts";
import { type Form, opposite } from "../feature/feature.ts";
import type { Decision, Rule, Term } from "../rule/rule.ts";
import { type Indicator, indicatorOf, type Ranges, rangesOf } from "./indicator.ts";
import { type Addend, type OutputUnit, type Reference, StepGraph } from "./step-graph.ts";

/** A rule, and the place from which it looks: one for each output, or for each place of an index. */
export interface PlacedRule {
  readonly rule: Rule;
  readonly place: number;
}

/**
 * The network of the rules of all outputs: layers of differentiae (tests), subconcepts (all of them
 * hold) and concepts (one of those holds), with a layer more where tests count comparisons, and one
 * more where several terms speak for one of many classes.
 */
export function networkOfRules(dataset: Dataset, rules: readonly PlacedRule[]): Network {
  const building = start(dataset);
  const { classes } = dataset.target;
  const isBinary = classes.length <= 2;
  const outputs = rules.flatMap((placed) =>
    isBinary ? [signOutput(placed, building)] : classOutputs(placed, classes.length, building),
  );
  const activation = isBinary ? "sign" : "argmax";
  return finished(dataset, {
    building,
    outputs,
    activation,
    labels: isBinary ? "above-zero" : "raw",
  });
}

/** The network of an index: at which place the rule says yes. */
export function networkOfIndex(dataset: Dataset, rules: readonly PlacedRule[]): Network {
  const building = start(dataset);
  const outputs = rules.map((placed): OutputUnit => {
    const { terms, isTurned } = sidesOf(placed, building);
    const addends = terms.length === 1 ? terms : [anyOf(terms, building)];
    const weight = isTurned ? -1 : 1;
    return { addends: addends.map((from) => ({ from, weight })), bias: 0 };
  });
  return finished(dataset, {
    building,
    outputs,
    activation: "argmax",
    labels: "raw",
    isIndex: true,
  });
}

interface Building {
  readonly graph: StepGraph;
  /** The class that is above zero where there are two; of a single class 1 is. */
  readonly positive: number;
  readonly ranges: Ranges;
}

function start({ inputs, target: { classes } }: Dataset): Building {
  const nInputs = inputs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  const positive = classes.length === 1 ? [...classes].indexOf(1) : 1;
  return { graph: new StepGraph(nInputs), positive, ranges: inputs.flatMap(rangesOf) };
}

/** Above zero for the second class, or for the only one. */
function signOutput(placed: PlacedRule, building: Building): OutputUnit {
  const { terms, isTurned } = sidesOf(placed, building);
  const sign = isTurned ? -1 : 1;
  return { addends: terms.map((from) => ({ from, weight: 2 * sign })), bias: -sign };
}

/** The terms that speak for the second class, or, turned round, against it. */
function sidesOf({ rule, place }: PlacedRule, building: Building) {
  const [decision, ...others] = rule.decisions;
  if (others.length > 0) throw new Error("two classes take one decision");
  if (decision === undefined) return { terms: [], isTurned: rule.otherwise === building.positive };
  const terms = termUnits(decision, { rule, place, building });
  return { terms, isTurned: decision.label !== building.positive };
}

/** The largest for the first decision that holds: those before weigh more than all after. */
function classOutputs(
  { rule, place }: PlacedRule,
  nClasses: number,
  building: Building,
): OutputUnit[] {
  const units = rule.decisions.map((decision) => {
    const terms = termUnits(decision, { rule, place, building });
    return terms.length === 1 ? terms[0]! : anyOf(terms, building);
  });
  return Array.from({ length: nClasses }, (_, label): OutputUnit => {
    const at = rule.decisions.findIndex((decision) => decision.label === label);
    const addends: Addend[] =
      at === -1 ? [] : [{ from: units[at]!, weight: 2 * (units.length - at) }];
    return { addends, bias: label === rule.otherwise ? 1 : 0 };
  });
}

function anyOf(terms: readonly Reference[], { graph }: Building): Reference {
  return graph.unit({ addends: terms.map((from) => ({ from, weight: 1 })), threshold: 0.5 });
}

interface Context extends PlacedRule {
  readonly building: Building;
}

function termUnits({ terms }: Decision, context: Context): Reference[] {
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
  return comparisons.map(({ sum, threshold }) => {
    const isHalf = Number.isInteger(threshold - 0.5) && sum.weights.every(Number.isInteger);
    return isHalf
      ? indicatorOf({ kind: "above", value: 0 - threshold }, opposite(sum), building)
      : indicatorOf({ kind: "not-above", value: threshold }, sum, building);
  });
}

interface Finish {
  readonly building: Building;
  readonly outputs: readonly OutputUnit[];
  readonly activation: Activation;
  readonly labels: Labels["kind"];
  /** Whether the value is a place, whatever places the samples show. */
  readonly isIndex?: boolean;
}

function finished(
  { inputs, target }: Dataset,
  { building, outputs, activation, labels, isIndex = false }: Finish,
): Network {
  const { name, shape, classes } = target;
  // Classes 0, 1, 2 and so on are what the network gives; others are called by name.
  const areIndices = isIndex || classes.length === 1 || classes.every((label, k) => label === k);
  return {
    kind: "feedforward",
    inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
    layers: building.graph.layersWith(outputs, activation),
    output: { name, shape, labels: { kind: labels }, ...(areIndices ? {} : { classes }) },
  };
}
