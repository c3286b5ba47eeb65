import { difference, type Form, isZero } from "./form.ts";
import { groupsOf, type NetworkForms } from "./network-forms.ts";

/** For each output a form that is 0 where network and program agree. */
export function differencesOf(
  network: NetworkForms,
  program: readonly Form[],
  nGroups: number,
): Form[] {
  const differences = network.outputs.map((form, k) => difference(form, program[k]!));
  if (!network.isSoftmax) return differences;
  // Probabilities are the same where all logits of a group differ by the same number.
  return groupsOf(differences, nGroups).flatMap((group) =>
    group.map((form) => difference(form, group[0]!)),
  );
}

export function areZero(forms: readonly Form[]): boolean {
  return forms.every(isZero);
}
