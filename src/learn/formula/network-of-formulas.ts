import type { Dataset } from "../../data/dataset.ts";
import type { Network } from "../../enn/network.ts";
import type { Feature, Form } from "../feature/feature.ts";
import { partsOf, type Ranges, rangeOf, rangesOf } from "../network/indicator.ts";
import { type Addend, type OutputUnit, StepGraph } from "../network/step-graph.ts";
import { clipped, type Formula, type Linear, type MixedTerm } from "./formula.ts";

/** A formula, what it reads, and the place from which it looks. */
export interface PlacedFormula {
  readonly formula: Formula;
  readonly features: readonly Feature[];
  readonly place: number;
}

/** More units than this are more than a formula is worth. */
const MOST_UNITS = 20_000;

/**
 * The network of the formulas of all outputs: sums as they are, else a unit for each value at which the
 * formula changes, whose weight is by how much. Undefined where these are too many.
 */
export function networkOfFormulas(
  { inputs, target }: Dataset,
  placed: readonly PlacedFormula[],
): Network | undefined {
  const ranges = inputs.flatMap(rangesOf);
  const graph = new StepGraph(ranges.length);
  const areLinear = placed.every(({ formula }) => formula.kind === "linear");
  const outputs: OutputUnit[] = [];
  let nUnits = 0;
  for (const each of placed) {
    const { addends, bias } = areLinear ? plainSum(each) : steps(each, graph, ranges);
    outputs.push({ addends, bias });
    nUnits += addends.length;
    if (nUnits > MOST_UNITS) return undefined;
  }
  return {
    kind: "feedforward",
    inputs: inputs.map(({ name, shape, domain }) => ({ name, shape, domain })),
    layers: graph.layersWith(outputs, "identity"),
    output: { name: target.name, shape: target.shape, labels: { kind: "raw" } },
  };
}

function plainSum({ formula, features, place }: PlacedFormula): OutputUnit {
  if (formula.kind !== "linear") throw new Error("a formula that is no sum");
  const { columns, weights } = combined(formula.of, features, place);
  return { addends: addendsOf(columns, weights), bias: formula.of.constant };
}

function steps(
  { formula, features, place }: PlacedFormula,
  graph: StepGraph,
  ranges: Ranges,
): OutputUnit {
  const changing = (of: Linear, valueAt: (sum: number) => number): OutputUnit => {
    const form = combined(of, features, place);
    const { low, high } = rangeOf(form, ranges);
    const addends: Addend[] = [];
    // A unit that is one too many says that the formula is not worth a network.
    for (let sum = low + 1; sum <= high && addends.length <= MOST_UNITS; sum++) {
      const weight = valueAt(sum + of.constant) - valueAt(sum - 1 + of.constant);
      if (weight === 0) continue;
      const parts = addendsOf(form.columns, form.weights);
      addends.push({ from: graph.unit({ addends: parts, threshold: sum - 0.5 }), weight });
    }
    return { addends, bias: valueAt(low + of.constant) };
  };
  switch (formula.kind) {
    case "linear":
      return changing(formula.of, (sum) => sum);
    case "absolute":
      return changing(formula.of, Math.abs);
    case "clipped":
      return changing(formula.of, (sum) => clipped(sum, formula.low, formula.high));
    case "remainder": {
      const { divisor } = formula;
      return changing(formula.of, (sum) => ((sum % divisor) + divisor) % divisor);
    }
    case "quotient":
      return changing(formula.of, (sum) => Math.floor(sum / formula.divisor));
    case "larger":
    case "smaller": {
      const pick = formula.kind === "larger" ? Math.max : Math.min;
      const { left, right } = formula;
      // Beside a constant it is a function of one sum.
      if (left.terms.length === 0) return changing(right, (sum) => pick(sum, left.constant));
      if (right.terms.length === 0) return changing(left, (sum) => pick(sum, right.constant));
      return extremeUnits(formula, { features, place, graph, ranges });
    }
    case "mixed":
      return mixedUnits(formula, { features, place, graph, ranges });
    case "largest":
    case "smallest":
      return extremeOfColumns(formula, { features, place, graph, ranges });
  }
}

interface Context {
  readonly features: readonly Feature[];
  readonly place: number;
  readonly graph: StepGraph;
  readonly ranges: Ranges;
}

function extremeUnits(
  formula: Formula & { kind: "larger" | "smaller" },
  context: Context,
): OutputUnit {
  const sides = [formula.left, formula.right].map((of) => ({
    form: combined(of, context.features, context.place),
    constant: of.constant,
  }));
  return thresholds(formula.kind === "larger", sides, context);
}

/** The units of all terms, each so many times. */
function mixedUnits(
  { constant, terms }: Formula & { kind: "mixed" },
  context: Context,
): OutputUnit {
  const units = terms.map((term) => ({ weight: term.weight, unit: unitsOf(term, context) }));
  return {
    addends: units.flatMap(({ weight, unit }) =>
      unit.addends.map((addend) => ({ ...addend, weight: weight * addend.weight })),
    ),
    bias: units.reduce((sum, { weight, unit }) => sum + weight * unit.bias, constant),
  };
}

function unitsOf({ feature, of }: MixedTerm, context: Context): OutputUnit {
  if (of !== "value") return extremeOfColumns({ kind: of, feature }, context);
  const { features, place, graph, ranges } = context;
  const form = features[feature]!.at(place);
  if (form.kind === "sum") {
    const linear: Linear = { constant: 0, terms: [{ feature, weight: 1 }] };
    return steps({ formula: { kind: "linear", of: linear }, features, place }, graph, ranges);
  }
  return { addends: [...partsOf(form, graph)], bias: 0 };
}

function extremeOfColumns(
  formula: Formula & { kind: "largest" | "smallest" },
  context: Context,
): OutputUnit {
  const form = context.features[formula.feature]!.at(context.place);
  if (form.kind !== "sum") throw new Error("an extreme of comparisons");
  const sides = form.columns.map((column) => ({
    form: { kind: "sum", columns: [column], weights: [1] } as const,
    constant: 0,
  }));
  return thresholds(formula.kind === "largest", sides, context);
}

interface SideForm {
  readonly form: Form & { kind: "sum" };
  readonly constant: number;
}

/** The extreme is at least k where any, or all, of the sides are: as many units as there are such k. */
function thresholds(
  isLargest: boolean,
  sides: readonly SideForm[],
  { graph, ranges }: Context,
): OutputUnit {
  const spans = sides.map(({ form, constant }) => {
    const { low, high } = rangeOf(form, ranges);
    return { low: low + constant, high: high + constant };
  });
  const pick = isLargest ? Math.max : Math.min;
  const low = pick(...spans.map((span) => span.low));
  const high = pick(...spans.map((span) => span.high));
  const needed = isLargest ? 1 : sides.length;
  const addends: Addend[] = [];
  for (let value = low + 1; value <= high; value++) {
    const units = sides.map(({ form, constant }): Addend => {
      const parts = addendsOf(form.columns, form.weights);
      return { from: graph.unit({ addends: parts, threshold: value - constant - 0.5 }), weight: 1 };
    });
    addends.push({ from: graph.unit({ addends: units, threshold: needed - 0.5 }), weight: 1 });
  }
  return { addends, bias: low };
}

/** All that a sum of features reads at a place, each column once. */
function combined(
  { terms }: Linear,
  features: readonly Feature[],
  place: number,
): Form & { kind: "sum" } {
  const sums = new Map<number, number>();
  for (const { feature, weight } of terms) {
    const form = features[feature]!.at(place);
    if (form.kind !== "sum") throw new Error("a sum of comparisons");
    form.columns.forEach((column, k) => {
      sums.set(column, (sums.get(column) ?? 0) + weight * form.weights[k]!);
    });
  }
  const kept = [...sums].filter(([, weight]) => weight !== 0).sort(([a], [b]) => a - b);
  return {
    kind: "sum",
    columns: kept.map(([column]) => column),
    weights: kept.map(([, weight]) => weight),
  };
}

function addendsOf(columns: readonly number[], weights: readonly number[]): Addend[] {
  return columns.map((index, k) => ({ from: { level: 0, index }, weight: weights[k]! }));
}
