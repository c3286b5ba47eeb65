import type { Network, StepNetwork } from "./network.ts";

/** The networks of which a step is made, in a fixed order. */
export function partsOf({ item, carried, end }: StepNetwork): Network[] {
  return [item, ...carried.map(({ next }) => next), ...(end === undefined ? [] : [end])];
}
