import type { Network, StepNetwork, StepPart } from "./network.ts";

/** The networks of layers of which a step is made, in a fixed order. */
export function partsOf({ item, carried, end }: StepNetwork): Network[] {
  const all = [item, ...carried.map(({ next }) => next), end];
  return all.flatMap((part) => (part === undefined ? [] : layeredIn(part)));
}

/** A network of layers is one; in a choice there are some. */
export function layeredIn(part: StepPart): Network[] {
  return part.kind === "feedforward"
    ? [part]
    : [part.condition, ...layeredIn(part.then), ...layeredIn(part.otherwise)];
}
