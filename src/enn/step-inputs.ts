import { integersBetween } from "../math/domain.ts";
import type { NetworkInput, StepNetwork } from "./network.ts";

/** What a step sees, in order: a cell of each input, then what is carried; all of them scalars. */
export function stepInputs({
  inputs,
  carried,
}: Pick<StepNetwork, "inputs" | "carried">): NetworkInput[] {
  return [
    ...inputs.map(({ name, domain }) => ({ name, shape: [], domain })),
    ...carried.map((state) => ({
      name: state.name,
      shape: [],
      domain: integersBetween(state.low, state.high),
    })),
  ];
}
