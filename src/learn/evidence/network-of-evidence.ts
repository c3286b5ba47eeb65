import type { Dataset } from "../../data/dataset.ts";
import type { Network } from "../../enn/network.ts";
import type { Feature, Form, Sum } from "../feature/feature.ts";
import { finished } from "../network/network-of-rules.ts";
import type { Addend } from "../network/step-graph.ts";
import { anyOf, start, termUnits } from "../network/term-units.ts";
import type { Rule } from "../rule/rule.ts";

/** A rule that says when it is 1, else 0, and what it adds to the logits at each place where it is, (classes). */
export interface WeightedRule {
  readonly rule: Rule;
  readonly weights: readonly number[];
}

export interface AdditiveModel {
  readonly rules: readonly WeightedRule[];
  /** (classes). */
  readonly bias: readonly number[];
  readonly nPlaces: number;
  /** The column of the samples that a column of a rule is at a place. */
  readonly columnAt: (column: number, place: number) => number;
}

/** The network whose logits are sums of what rules say at all places. */
export function networkOfEvidence(
  dataset: Dataset,
  { rules, bias, nPlaces, columnAt }: AdditiveModel,
): Network {
  const building = start(dataset);
  const addends = bias.map((): Addend[] => []);
  for (const { rule, weights } of rules) {
    const decision = rule.decisions[0]!;
    const moved = { ...rule, features: rule.features.map((each) => placed(each, columnAt)) };
    for (let place = 0; place < nPlaces; place++) {
      const terms = termUnits(decision, { rule: moved, place, building });
      const from = terms.length === 1 ? terms[0]! : anyOf(terms, building);
      weights.forEach((weight, k) => {
        if (weight !== 0) addends[k]!.push({ from, weight });
      });
    }
  }
  const outputs = bias.map((each, k) => ({ addends: addends[k]!, bias: each }));
  return finished(dataset, { building, outputs, activation: "softmax", labels: "raw" });
}

/** The feature of a slice, at every place where the slice may stand. */
function placed(feature: Feature, columnAt: AdditiveModel["columnAt"]): Feature {
  return { ...feature, at: (place) => moved(feature.at(0), (column) => columnAt(column, place)) };
}

function moved(form: Form, to: (column: number) => number): Form {
  const sum = (each: Sum): Sum => ({ ...each, columns: each.columns.map(to) });
  if (form.kind === "sum") return sum(form);
  const comparisons = form.comparisons.map((each) => ({ ...each, of: moved(each.of, to) }));
  return { ...form, comparisons };
}
