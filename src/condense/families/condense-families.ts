import type { Network } from "../../enn/network.ts";
import type { Program } from "../../program/program.ts";
import { readingCost } from "../../program/reading-cost.ts";
import { sayExtremes } from "../passes/extremes.ts";
import { hoist } from "../passes/hoist.ts";
import { nameLoops } from "../passes/name-loops.ts";
import type { Wiring } from "../wiring.ts";
import { assembleFamilies } from "./assemble.ts";
import { findFamilies, type Plan } from "./find.ts";

/** The programs that compute a network family by family, with units that look as far as they can, or not. */
export function condenseFamilies(network: Network, wiring: Wiring, name: string): Program[] {
  const given = { network, wiring, name };
  const far = findFamilies(network, wiring, "far");
  const first = programOf(far, given);
  if (!far.isFar || isGoodEnough(first, network)) return [first];
  return [first, programOf(findFamilies(network, wiring, "near"), given)];
}

/** Of a large network, a short program: to look for a shorter one takes as long again. */
function isGoodEnough(program: Program, { layers }: Network): boolean {
  const nWeights = layers.reduce((sum, { weights }) => sum + weights.values.length, 0);
  return nWeights > LARGE && readingCost(program) < SHORT;
}

const LARGE = 2500;
const SHORT = 400;

interface Given {
  readonly network: Network;
  readonly wiring: Wiring;
  readonly name: string;
}

function programOf(plan: Plan, given: Given): Program {
  return nameLoops(hoist(sayExtremes(assembleFamilies({ ...given, plan }))));
}
