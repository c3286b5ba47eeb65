import { constantTarget } from "../errors.ts";
import type { Dataset } from "./dataset.ts";

/** A target that never changes teaches nothing. Throws `constant-target`. */
export function checkLearnable({ target, places }: Dataset): void {
  const { name, classes, values, probabilities } = target;
  const first = values[0];
  if (first === undefined || values.some((value) => value !== first)) return;
  const nClasses = classes.length;
  // Where the most probable class never changes, probabilities may.
  if (probabilities?.some((share, k) => share !== probabilities[k % nClasses])) return;
  const file = places[0]!.replace(/:\d+$/, "");
  throw constantTarget(file, name, classes[first]!);
}
