import type { Network } from "../enn/network.ts";
import { check } from "../program/check.ts";
import type { Program } from "../program/program.ts";
import { readingCost } from "../program/reading-cost.ts";
import { exact, exactly } from "./1-exact.ts";
import { merge } from "./2-merge.ts";
import { roll } from "./3-roll.ts";
import { assemble } from "./5-assemble.ts";
import { condenseFamilies } from "./families/condense-families.ts";

export interface CondenseOptions {
  /** Name of the function. */
  readonly name: string;
}

/**
 * The program that computes what a network computes, as short as it was found.
 *
 *    Network --exact--> integer units --merge--> a graph without repetitions
 *            --find--> families of units --assemble--> programs --> the shortest
 *
 * Any two units in another order, or at another positive scale, give the same program. Cost: near linear
 * in the nonzero weights.
 */
export function condense(network: Network, { name }: CondenseOptions): Program {
  const wiring = merge(exactly(network));
  const programs = condenseFamilies(network, wiring, name);
  if (isOfCells(network)) programs.push(assemble(network, roll(network, exact(network)), name));
  for (const program of programs) check(program);
  return shortest(programs);
}

/** Does the network answer bits with bits, so that its outputs may be functions of the cells around them? */
function isOfCells({ inputs, layers, output }: Network): boolean {
  return (
    output.labels.kind === "above-zero" &&
    inputs.every(({ domain }) => domain.kind === "binary") &&
    layers.every(({ activation }) => activation === "sign" || activation === "step")
  );
}

function shortest(programs: readonly Program[]): Program {
  const costs = programs.map(readingCost);
  return programs[costs.indexOf(Math.min(...costs))]!;
}
