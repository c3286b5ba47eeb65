import type { Network } from "../enn/network.ts";
import { notCondensable } from "../errors.ts";
import { check } from "../program/check.ts";
import type { Program } from "../program/program.ts";
import { exact } from "./1-exact.ts";
import { roll } from "./3-roll.ts";
import { assemble } from "./5-assemble.ts";

export interface CondenseOptions {
  /** Name of the function. */
  readonly name: string;
}

/**
 * The program that computes what a network computes, as short as it was found.
 *
 *    Network --exact--> integer units --trace--> a function for each output --roll--> one for all places
 *            --formulate--> ways to say it --assemble--> the shortest program
 *
 * Takes networks on binary inputs that answer with 0 and 1; throws DistillError for others. Any two
 * units in another order give the same program. Cost: the sum of what the outputs depend on.
 */
export function condense(network: Network, { name }: CondenseOptions): Program {
  if (network.output.labels.kind !== "above-zero")
    throw notCondensable("outputs other than 0 and 1");
  const other = network.inputs.find(({ domain }) => domain.kind !== "binary");
  if (other !== undefined) throw notCondensable(`${other.domain.kind} inputs`);
  const program = assemble(network, roll(network, exact(network)), name);
  check(program);
  return program;
}
