import { lengthsOf } from "../program/place.ts";
import type { Expression } from "../program/program.ts";
import type { Scene } from "./scene.ts";

/** The lengths of the axes of an array; undefined for what is not an array. */
export function lengthsIn(
  expression: Expression,
  { place }: Scene,
): readonly Expression[] | undefined {
  return lengthsOf(expression, place);
}
