import type { Network } from "../../enn/network.ts";
import type { Program } from "../../program/program.ts";
import { sayExtremes } from "../passes/extremes.ts";
import { hoist } from "../passes/hoist.ts";
import { nameLoops } from "../passes/name-loops.ts";
import type { Wiring } from "../wiring.ts";
import { assembleFamilies } from "./assemble.ts";
import { findFamilies, type Plan } from "./find.ts";

/** The programs that compute a network family by family, with units that look as far as they can, or not. */
export function condenseFamilies(network: Network, wiring: Wiring, name: string): Program[] {
  const far = findFamilies(network, wiring, "far");
  const plans = far.isFar ? [far, findFamilies(network, wiring, "near")] : [far];
  return plans.map((plan) => programOf(plan, { network, wiring, name }));
}

interface Given {
  readonly network: Network;
  readonly wiring: Wiring;
  readonly name: string;
}

function programOf(plan: Plan, given: Given): Program {
  return nameLoops(hoist(sayExtremes(assembleFamilies({ ...given, plan }))));
}
