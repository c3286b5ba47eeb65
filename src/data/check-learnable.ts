import { constantTarget, tooManyClasses } from "../errors.ts";
import type { Dataset } from "./dataset.ts";

/** A target that never changes teaches nothing. Throws `constant-target`. */
export function checkLearnable({ target, places }: Dataset): void {
  const { name, classes, values, probabilities } = target;
  const first = values[0];
  if (first === undefined || values.some((value) => value !== first)) return;
  const nClasses = classes.length;
  // Where the most probable class never changes, probabilities may.
  if (probabilities?.some((share, k) => share !== probabilities[k % nClasses])) return;
  throw constantTarget(fileOf(places), name, classes[first]!);
}

/** Of so many classes no rules can be learnt from the samples. Throws `too-many-classes`. */
export function checkFewClasses({ target, places }: Dataset): void {
  const { name, classes, values } = target;
  if (areTooMany(classes.length, values.length)) {
    throw tooManyClasses(fileOf(places), name, classes.length);
  }
}

/** Fewer classes than this are not too many for any number of samples. */
const FEW_CLASSES = 3;

export function areTooMany(nClasses: number, nLabels: number): boolean {
  return nClasses > Math.max(FEW_CLASSES, nLabels / 2);
}

function fileOf(places: Dataset["places"]): string {
  return places[0]!.replace(/:\d+$/, "");
}
