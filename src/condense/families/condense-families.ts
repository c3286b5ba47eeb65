import type { Network } from "../../enn/network.ts";
import type { Program } from "../../program/program.ts";
import { sayExtremes } from "../passes/extremes.ts";
import { hoist } from "../passes/hoist.ts";
import { nameLoops } from "../passes/name-loops.ts";
import type { Wiring } from "../wiring.ts";
import { assembleFamilies } from "./assemble.ts";
import { findFamilies, type Reach } from "./find.ts";

/** The program that computes a network family by family. */
export function condenseFamilies(
  network: Network,
  wiring: Wiring,
  { name, reach }: { readonly name: string; readonly reach: Reach },
): Program {
  const plan = findFamilies(network, wiring, reach);
  return nameLoops(hoist(sayExtremes(assembleFamilies({ network, wiring, plan, name }))));
}
