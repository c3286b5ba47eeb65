import type { Dataset } from "../../data/dataset.ts";
import type { Label } from "../../math/label.ts";
import { unlabelledPool } from "../case-pool.ts";
import type { Found } from "../found.ts";
import { labelsBy } from "../rule/labels-by.ts";
import type { Rule } from "../rule/rule.ts";

/**
 * (samples, outputs): the class indices that rules give. An index that is no class of the samples is
 * counted on from the classes.
 */
export function answersOf(
  { rules, isIndex }: Pick<Found, "rules" | "isIndex">,
  dataset: Dataset,
): Int32Array {
  const { rule } = rules[0]!;
  const nPlaces = rules.length;
  const isShared = rules.every((placed, place) => placed.rule === rule && placed.place === place);
  if (isShared) {
    const labels = labelsAt(rule, dataset, nPlaces);
    return isIndex ? indicesOf(labels, nPlaces, dataset.target.classes) : labels;
  }
  const answers = new Int32Array(dataset.nSamples * nPlaces);
  rules.forEach((placed, output) => {
    labelsAt(placed.rule, dataset, 1).forEach((label, sample) => {
      answers[sample * nPlaces + output] = label;
    });
  });
  return answers;
}

/** The label for which an answer stands. */
export function labelOf(answer: number, classes: readonly Label[]): Label {
  return answer < classes.length ? classes[answer]! : answer - classes.length;
}

function labelsAt(rule: Rule, dataset: Dataset, nPlaces: number): Int32Array {
  return labelsBy(rule, unlabelledPool(dataset, nPlaces));
}

/** (samples): the first place at which it is 1; the first of all where there is none. */
function indicesOf(isIt: Int32Array, nPlaces: number, classes: readonly Label[]): Int32Array {
  const byPlace = Int32Array.from({ length: nPlaces }, (_, place) => {
    const known = classes.indexOf(place);
    return known === -1 ? classes.length + place : known;
  });
  return Int32Array.from({ length: isIt.length / nPlaces }, (_, sample) => {
    const place = isIt.subarray(sample * nPlaces, (sample + 1) * nPlaces).indexOf(1);
    return byPlace[Math.max(0, place)]!;
  });
}

/** The answers for one sample, as a text that tells different ones apart. */
export function answerKey(answers: Int32Array, sample: number, nOutputs: number): string {
  return answers.subarray(sample * nOutputs, (sample + 1) * nOutputs).join(",");
}
