import type { NetworkInput, StepPart } from "../../enn/network.ts";

/** What grows with the length is not bounded by the data: it stays inside this along a million places and more. */
export const FARTHEST = 2 ** 31 - 1;

/** The same part for all values that a step may see, beyond those that were met. */
export function widened(part: StepPart, inputs: readonly NetworkInput[]): StepPart {
  if (part.kind === "feedforward") return { ...part, inputs };
  return {
    ...part,
    inputs,
    condition: { ...part.condition, inputs },
    then: widened(part.then, inputs),
    otherwise: widened(part.otherwise, inputs),
  };
}
