import type { Target } from "./dataset.ts";
import { isTied } from "./distribution.ts";

/** Is a class, by its index, what the data say of an element, or one of the most probable ones? */
export function isRight(
  { values, classes, probabilities }: Target,
  element: number,
  label: number,
): boolean {
  if (probabilities === undefined) return values[element] === label;
  const row = element * classes.length;
  return isTied(probabilities[row + label]!, probabilities[row + values[element]!]!);
}
