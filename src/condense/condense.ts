import type { Network } from "../enn/network.ts";
import { neverStop, type ShouldStop } from "../math/stop.ts";
import { check } from "../program/check.ts";
import type { Program } from "../program/program.ts";
import { readingCost } from "../program/reading-cost.ts";
import { exactly } from "./1-exact.ts";
import { merge } from "./2-merge.ts";
import { condenseFamilies } from "./families/condense-families.ts";

export interface CondenseOptions {
  /** Name of the function. */
  readonly name: string;
  /** Asked now and then; true ends the search with the shortest program so far, at worst plain weights. */
  readonly shouldStop?: ShouldStop;
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
export function condense(
  network: Network,
  { name, shouldStop = neverStop }: CondenseOptions,
): Program {
  const wiring = merge(exactly(network));
  const labels = labelsOf(network);
  const programs = condenseFamilies({ network, wiring, name, shouldStop }).map(
    (program): Program => ({ ...program, ...labels }),
  );
  for (const program of programs) check(program);
  return shortest(programs);
}

/** What the program's numbers stand for; probabilities stand for themselves. */
function labelsOf({ layers, output: { classes } }: Network): Pick<Program, "labels"> {
  const areIndices = layers.at(-1)!.activation !== "softmax";
  return classes !== undefined && areIndices ? { labels: classes } : {};
}

function shortest(programs: readonly Program[]): Program {
  const costs = programs.map(readingCost);
  return programs[costs.indexOf(Math.min(...costs))]!;
}
