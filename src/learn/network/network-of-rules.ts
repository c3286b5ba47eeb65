import type { Dataset } from "../../data/dataset.ts";
import type { Activation, Labels, Network } from "../../enn/network.ts";
import type { Addend, OutputUnit } from "./step-graph.ts";
import { anyOf, type Building, type PlacedRule, start, termUnits } from "./term-units.ts";

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

export interface Finish {
  readonly building: Building;
  readonly outputs: readonly OutputUnit[];
  readonly activation: Activation;
  readonly labels: Labels["kind"];
  /** Whether the value is a place, whatever places the samples show. */
  readonly isIndex?: boolean;
}

/** The network of all that was built, with its outputs on top. */
export function finished(
  { inputs, target }: Dataset,
  { building, outputs, activation, labels, isIndex = false }: Finish,
): Network {
  const { name, shape, classes } = target;
  // Classes 0, 1, 2 and so on are what the network gives; others, and those of probabilities, are called by name.
  const areIndices = isIndex || classes.length === 1 || classes.every((label, k) => label === k);
  const isNamed = activation === "softmax" || !areIndices;
  return {
    kind: "feedforward",
    inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
    layers: building.graph.layersWith(outputs, activation),
    output: { name, shape, labels: { kind: labels }, ...(isNamed && { classes }) },
  };
}
