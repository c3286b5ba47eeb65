import type { Network, StepNetwork } from "./network.ts";

/** The networks of which a step is made, in a fixed order. */
export function partsOf({ item, carried, end }: StepNetwork): Network[] {
  const all = [item, ...carried.map(({ next }) => next), end];
  return all.filter((part) => part !== undefined);
}

/** The network whose outputs come out, or the first of them. */
export function writingPart({ item, end }: StepNetwork): Network {
  return (item ?? end)!;
}
