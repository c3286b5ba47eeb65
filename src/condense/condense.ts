import type { AnyNetwork, Network } from "../enn/network.ts";
import { neverStop, type ShouldStop } from "../math/stop.ts";
import { check } from "../program/check.ts";
import type { Program } from "../program/program.ts";
import { readingCost } from "../program/reading-cost.ts";
import { exactly } from "./1-exact.ts";
import { merge } from "./2-merge.ts";
import { condenseFamilies } from "./families/condense-families.ts";
import { condenseLookup } from "./lookup/condense-lookup.ts";
import { condenseOuter } from "./outer/condense-outer.ts";
import { condenseSteps } from "./steps/condense-steps.ts";

export interface CondenseOptions {
  /** Name of the function. */
  readonly name: string;
  /** Asked now and then; true ends the search with the shortest program so far, at worst plain weights. */
  readonly shouldStop?: ShouldStop;
}

/**
 * The program that computes what a network computes, as short as it was found.
 *
 *    Network --outer--> a function of one number each, around a network of these numbers
 *    Network --exact--> integer units --merge--> a graph without repetitions
 *            --find--> families of units --assemble--> programs --> the shortest
 *            --lookup--> the cell of an array at a place that others say
 *    StepNetwork --> a scan around the programs of its networks
 *
 * Any two units in another order, or at another positive scale, give the same program. Cost: near linear
 * in the nonzero weights.
 */
export function condense(network: AnyNetwork, options: CondenseOptions): Program {
  const program = programOf(network, options);
  check(program);
  return program;
}

function programOf(network: AnyNetwork, options: CondenseOptions): Program {
  return network.kind === "step"
    ? condenseSteps(network, options.name, (body) => condense(body, options))
    : condenseLayers(network, options);
}

function condenseLayers(
  network: Network,
  { name, shouldStop = neverStop }: CondenseOptions,
): Program {
  const byFamilies = (given: Network): Program => {
    const wiring = merge(exactly(given));
    const looked = shouldStop() ? [] : condenseLookup(given, wiring, byFamilies);
    const found = condenseFamilies({ network: given, wiring, name, shouldStop });
    return shortest([...looked, ...found]);
  };
  const outer = shouldStop() ? [] : condenseOuter(network, byFamilies);
  const program = outer.length > 0 ? shortest(outer) : byFamilies(network);
  return { ...program, ...labelsOf(network) };
}

/** What the program's numbers stand for; probabilities stand for themselves, each for that of a class. */
function labelsOf({ layers, output: { classes } }: Network): Pick<Program, "labels" | "classes"> {
  if (classes === undefined) return {};
  return layers.at(-1)!.activation === "softmax" ? { classes } : { labels: classes };
}

/** With the fewest tokens. Throws where one is not well formed, before its tokens are counted. */
function shortest(programs: readonly Program[]): Program {
  for (const program of programs) check(program);
  const costs = programs.map(readingCost);
  return programs[costs.indexOf(Math.min(...costs))]!;
}
